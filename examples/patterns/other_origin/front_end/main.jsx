// A page of React whose API is on another origin. `npm ci && npm run build` makes dist/app.js.
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

const { api } = await (await fetch("config.json")).json();

// --8<-- [start:ask]
async function ask(path, token, { headers, ...options } = {}) {
  const answer = await fetch(api + path, {
    ...options,
    credentials: "include", // or the cookie of the other origin stays at home
    headers: token ? { ...headers, "X-CSRFToken": token } : headers,
  });
  if (!answer.ok) throw new Error(`refused with ${answer.status}`);
  return answer.json();
}
// --8<-- [end:ask]

function Field({ label, type = "text", name, send }) {
  return (
    <form action={send}>
      <label>{label} <input name={name} type={type} required /></label> <button>Send</button>
    </form>
  );
}

function Notes() {
  const [session, setSession] = useState(null);
  const [notes, setNotes] = useState([]);
  const [problem, setProblem] = useState("");
  const tell = (error) => setProblem(error.message);

  useEffect(() => void ask("/session").then(setSession, tell), []);
  useEffect(() => {
    if (session?.name) ask("/notes").then(setNotes, tell);
  }, [session?.name]);

  const signIn = (form) =>
    ask("/session", session.token, { method: "POST", body: new URLSearchParams(form) })
      .then(setSession, tell);
  const add = (form) =>
    ask("/notes", session.token, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(Object.fromEntries(form)),
    }).then(setNotes, tell);

  return (
    <main>
      <h1>{session?.name ? `Notes of ${session.name}` : "Notes"}</h1>
      {session?.name && <ul>{notes.map((note, n) => <li key={n}>{note}</li>)}</ul>}
      {session?.name && <Field label="Note" name="text" send={add} />}
      {session && !session.name && <Field label="Password" type="password" name="password" send={signIn} />}
      <p role="alert">{problem}</p>
    </main>
  );
}

createRoot(document.querySelector("div")).render(<Notes />);
