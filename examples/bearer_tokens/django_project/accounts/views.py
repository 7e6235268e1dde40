"""What a user may see."""

from rest_framework.decorators import api_view
from rest_framework.request import Request
from rest_framework.response import Response


@api_view(["GET"])
def show_me(request: Request) -> Response:
    """Tell the user who they are."""
    return Response({"name": request.user.get_username()})
