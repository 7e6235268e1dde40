"""The addresses of the project."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from config.views import account

urlpatterns = [
    path("login", LoginView.as_view(template_name="login.html"), name="login"),  # (1)!
    path("logout", LogoutView.as_view(), name="logout"),
    path("account", account, name="account"),
]
