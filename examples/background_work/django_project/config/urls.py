"""The addresses of the project."""

from django.urls import path
from reports.views import order_report, show_report, write_letter

urlpatterns = [
    path("letters", write_letter),
    path("reports", order_report),
    path("reports/<uuid:report_id>", show_report),
]
