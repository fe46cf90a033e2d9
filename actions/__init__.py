"""What the assistant says. `rasa run actions` imports this package and finds the classes of `actions.rasa_actions`."""

import os

# The action server checks nobody's identity and listens on every interface by default: keep it on this machine.
os.environ.setdefault("SANIC_HOST", "127.0.0.1")
