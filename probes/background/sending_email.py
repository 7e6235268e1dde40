"""Send a message from a view to a mail server on this machine and count what arrives."""

import contextlib
import socketserver
import threading
from collections.abc import Iterator


class Mailbox(socketserver.StreamRequestHandler):
    """Speak just enough SMTP to accept a message."""

    def handle(self) -> None:
        """Answer the commands of one connection and count its messages."""
        self.wfile.write(b"220 ready\r\n")
        while line := self.rfile.readline().upper():
            if line.startswith(b"DATA"):
                self.wfile.write(b"354 go on\r\n")
                while self.rfile.readline() != b".\r\n":
                    pass
                self.server.received += 1
            if line.startswith(b"QUIT"):
                self.wfile.write(b"221 bye\r\n")
                return
            self.wfile.write(b"250 ok\r\n")


@contextlib.contextmanager
def mail_server() -> Iterator[socketserver.TCPServer]:
    """Run a mail server on a free port of this machine."""
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mailbox) as server:
        server.received = 0
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def fastapi() -> str:
    """Send a message with fastapi-mail from a background task of a FastAPI route."""
    from fastapi import BackgroundTasks, FastAPI
    from fastapi.testclient import TestClient
    from fastapi_mail import ConnectionConfig, FastMail, MessageSchema, MessageType

    app = FastAPI()
    with mail_server() as server:
        mail = FastMail(
            ConnectionConfig(
                MAIL_SERVER="127.0.0.1",
                MAIL_PORT=server.server_address[1],
                MAIL_USERNAME="",
                MAIL_PASSWORD="",
                MAIL_FROM="us@example.com",
                MAIL_STARTTLS=False,
                MAIL_SSL_TLS=False,
                USE_CREDENTIALS=False,
            )
        )

        @app.post("/")
        def send(tasks: BackgroundTasks) -> None:
            message = MessageSchema(
                subject="Hello",
                recipients=["you@example.com"],
                body="Hi",
                subtype=MessageType.plain,
            )
            tasks.add_task(mail.send_message, message)

        TestClient(app).post("/").raise_for_status()
        return f"fastapi-mail: {server.received} message"


def flask() -> str:
    """Send a message with Flask-Mail from a Flask view."""
    from flask import Flask
    from flask_mail import Mail, Message

    with mail_server() as server:
        app = Flask(__name__)
        app.config.update(MAIL_SERVER="127.0.0.1", MAIL_PORT=server.server_address[1])
        mail = Mail(app)

        @app.post("/")
        def send() -> str:
            mail.send(Message("Hello", ["you@example.com"], "Hi", sender="us@example.com"))
            return ""

        app.test_client().post("/")
        return f"Flask-Mail: {server.received} message"


def django() -> str:
    """Send a message with send_mail() from a Django view, the mail server named in MAILERS."""
    from django.conf import settings
    from django.core.mail import send_mail
    from django.http import HttpRequest, HttpResponse
    from django.test import Client
    from django.urls import path

    def send(request: HttpRequest) -> HttpResponse:
        return HttpResponse(send_mail("Hello", "Hi", "us@example.com", ["you@example.com"]))

    with mail_server() as server:
        settings.configure(
            ALLOWED_HOSTS=["testserver"],
            MAILERS={
                "default": {
                    "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
                    "OPTIONS": {"host": "127.0.0.1", "port": server.server_address[1]},
                }
            },
            MIDDLEWARE=[],
            ROOT_URLCONF=(path("", send),),
        )
        Client().post("/")
        return f"{server.received} message"
