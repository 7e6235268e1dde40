"""Take texts in, leave the work to the queue, and tell how far it is."""

import os

from django import forms
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_POST, require_safe
from jobs import count_words, queue

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, SECRET_KEY=os.environ["SECRET_KEY"]
)


class TextForm(forms.Form):
    text = forms.CharField()
    seconds = forms.FloatField(required=False)


@require_POST
def take(request):
    form = TextForm(request.POST)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    job = count_words.delay(form.cleaned_data["text"], form.cleaned_data["seconds"] or 0)
    return JsonResponse({"id": job.id, "process": os.getpid()}, status=202)


@require_safe
def show(request, job_id):
    job = queue.AsyncResult(job_id)
    return JsonResponse({"state": job.state, "result": job.result if job.successful() else None})


urlpatterns = [path("texts", take), path("texts/<job_id>", show)]
application = get_wsgi_application()
