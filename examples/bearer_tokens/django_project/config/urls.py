"""The addresses of the project."""

from accounts.views import show_me
from django.urls import path
from rest_framework_simplejwt.views import TokenObtainPairView

urlpatterns = [
    path("token", TokenObtainPairView.as_view()),
    path("me", show_me),
]
