"""Django: hello, two ways to wait, a computation. URL configuration and views in one file."""

import asyncio
import time

from common import WAIT_SECONDS, work
from django.http import JsonResponse
from django.urls import path


def hello(request):
    return JsonResponse({"message": "Hello, World!"})


def wait(request):
    time.sleep(WAIT_SECONDS)
    return JsonResponse({"waited": WAIT_SECONDS})


async def wait_async(request):
    await asyncio.sleep(WAIT_SECONDS)
    return JsonResponse({"waited": WAIT_SECONDS})


def cpu(request):
    return JsonResponse({"result": work()})


urlpatterns = [
    path("hello", hello),
    path("wait", wait),
    path("wait-async", wait_async),
    path("cpu", cpu),
]
