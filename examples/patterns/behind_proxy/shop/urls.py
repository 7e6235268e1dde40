"""Everything of the office stands below /office/."""

from django.contrib import admin
from django.urls import path

urlpatterns = [path("office/", admin.site.urls)]
