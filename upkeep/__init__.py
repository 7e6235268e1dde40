"""Programs that keep the published site true and easy to join; the workflows call them by make."""
