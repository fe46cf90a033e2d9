"""Keys under which our components hand things on in a Rasa message."""

PLACEHOLDER_TEXT = "placeholder_text"
FEATURES = "text_row"  # of the normal text, as the topic model made them
NORMAL_TEXT = "normal_text"
CARELESS_TEXT = "careless_text"  # of a training sentence: a careless spelling of it, normalised
FOUND = "found_entities"
READINGS = "readings"
REFUSAL = "refusal"
PAYLOAD_PREFIX = "/"
