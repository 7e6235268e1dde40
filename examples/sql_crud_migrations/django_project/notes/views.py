"""Create, read, change and delete notes in a database whose tables come from migrations."""

from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import ModelViewSet

from notes.models import Note


class NoteSerializer(ModelSerializer[Note]):
    """What a client sends and sees; the rules come from the model."""

    class Meta:
        """Which fields."""

        model = Note
        fields = ("id", "text", "done")


class NoteViewSet(ModelViewSet[Note]):  # (1)!
    """List, create, read, replace and delete."""

    queryset = Note.objects.all()
    serializer_class = NoteSerializer
