"""Keys under which our components hand things on in a Rasa message."""

PLACEHOLDER_TEXT = "placeholder_text"
NORMAL_TEXT = "normal_text"
FOUND = "found_entities"
READINGS = "readings"
REFUSAL = "refusal"
PAYLOAD_PREFIX = "/"
