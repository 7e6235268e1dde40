"""The addresses of the project."""

from notes.views import NoteViewSet
from rest_framework.routers import SimpleRouter

router = SimpleRouter(trailing_slash=False)
router.register("notes", NoteViewSet)
urlpatterns = router.urls
