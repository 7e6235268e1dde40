"""Send a letter after the answer, and leave a report to a queue with a worker of its own."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, JsonResponse
from django.tasks import TaskResultStatus
from django.tasks.exceptions import TaskResultDoesNotExist
from django.views.decorators.http import require_GET, require_POST

from .tasks import mean_length, send_letter


class LetterForm(forms.Form):
    """Whom to write to."""

    address = forms.CharField()


class ReportForm(forms.Form):
    """What to report on."""

    text = forms.CharField(strip=False)


@require_POST
def write_letter(request: HttpRequest) -> JsonResponse:
    """Accept a letter and leave it to the worker."""
    form = LetterForm(request.POST)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    send_letter.enqueue(form.cleaned_data["address"])
    return JsonResponse({"accepted": form.cleaned_data["address"]}, status=202)


@require_POST
def order_report(request: HttpRequest) -> JsonResponse:
    """Put a report into the queue."""
    form = ReportForm(request.POST)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    return JsonResponse({"id": mean_length.enqueue(form.cleaned_data["text"]).id}, status=202)


@require_GET
def show_report(request: HttpRequest, report_id: UUID) -> JsonResponse:
    """Tell how far a report is."""
    try:
        report = mean_length.get_result(str(report_id))
    except TaskResultDoesNotExist:
        raise Http404 from None
    done = report.status == TaskResultStatus.SUCCESSFUL
    return JsonResponse({"state": report.status, "letters": report.return_value if done else None})
