"""Send a JSON Web Token signed with the right key, then one signed with another key."""


def fastapi() -> str:
    """Check tokens with PyJWT behind FastAPI's OAuth2PasswordBearer."""
    from typing import Annotated

    import jwt
    from fastapi import Depends, FastAPI, HTTPException
    from fastapi.security import OAuth2PasswordBearer
    from fastapi.testclient import TestClient

    right, wrong = "right-secret-of-32-characters-ok", "wrong-secret-of-32-characters-ok"
    app = FastAPI()

    @app.get("/")
    def index(token: Annotated[str, Depends(OAuth2PasswordBearer(tokenUrl="token"))]) -> str:
        try:
            return jwt.decode(token, right, algorithms=["HS256"])["sub"]
        except jwt.InvalidTokenError:
            raise HTTPException(401) from None

    def status(key: str) -> int:
        token = jwt.encode({"sub": "bob"}, key, algorithm="HS256")
        return TestClient(app).get("/", headers={"Authorization": f"Bearer {token}"}).status_code

    return f"with PyJWT right key {status(right)}, other key {status(wrong)}"


def flask() -> str:
    """Check tokens with Flask-JWT-Extended."""
    from flask import Flask
    from flask_jwt_extended import JWTManager, create_access_token, get_jwt_identity, jwt_required

    app = Flask(__name__)
    JWTManager(app)

    @app.get("/")
    @jwt_required()
    def index():
        return get_jwt_identity()

    right, wrong = "right-secret-of-32-characters-ok", "wrong-secret-of-32-characters-ok"

    def status(key: str) -> int:
        app.config["JWT_SECRET_KEY"] = key
        with app.app_context():
            token = create_access_token("bob")
        app.config["JWT_SECRET_KEY"] = right
        headers = {"Authorization": f"Bearer {token}"}
        return app.test_client().get("/", headers=headers).status_code

    return f"with Flask-JWT-Extended right key {status(right)}, other key {status(wrong)}"


def django() -> str:
    """Check tokens with djangorestframework-simplejwt."""
    import django
    import jwt
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client
    from django.urls import path

    right, wrong = "right-secret-of-32-characters-ok", "wrong-secret-of-32-characters-ok"
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
        SECRET_KEY=right,
        USE_TZ=True,
    )
    django.setup()
    from django.contrib.auth.models import User
    from rest_framework.permissions import IsAuthenticated
    from rest_framework.request import Request
    from rest_framework.response import Response
    from rest_framework.views import APIView
    from rest_framework_simplejwt.authentication import JWTAuthentication
    from rest_framework_simplejwt.tokens import AccessToken

    class Me(APIView):
        authentication_classes = (JWTAuthentication,)
        permission_classes = (IsAuthenticated,)

        def get(self, request: Request) -> Response:
            return Response(request.user.username)

    settings.ROOT_URLCONF = (path("", Me.as_view()),)
    call_command("migrate", verbosity=0)
    claims = AccessToken.for_user(User.objects.create(username="bob")).payload

    def status(key: str) -> int:
        token = jwt.encode(claims, key, algorithm="HS256")
        return Client().get("/", headers={"Authorization": f"Bearer {token}"}).status_code

    return f"with simplejwt right key {status(right)}, other key {status(wrong)}"
