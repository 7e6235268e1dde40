"""The same project without any middleware: what others' benchmarks measure."""

from django_settings import *

MIDDLEWARE = []
