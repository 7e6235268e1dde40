const main = document.querySelector("main");
const notes = await (await fetch("/api/notes")).json();
const wanted = location.pathname.match(/^\/notes\/(\d+)$/);

function link(note) {
  const element = document.createElement("a");
  element.href = `/notes/${note.id}`;
  element.textContent = note.text;
  return element;
}

if (wanted) {
  const note = notes.find(({ id }) => id === Number(wanted[1]));
  main.textContent = note ? note.text : "No such note";
} else {
  main.replaceChildren(...notes.map(link));
}
