"""Everybody with an account reads the notes, only members of the group "editors" delete them."""

from rest_framework.mixins import DestroyModelMixin, ListModelMixin
from rest_framework.serializers import ModelSerializer
from rest_framework.viewsets import GenericViewSet

from notes.models import Note


class NoteSerializer(ModelSerializer[Note]):
    """What a client sees."""

    class Meta:
        """Which fields."""

        model = Note
        fields = ("id", "text")


class NoteViewSet(ListModelMixin, DestroyModelMixin, GenericViewSet[Note]):
    """List and delete."""

    queryset = Note.objects.all()
    serializer_class = NoteSerializer
