"""Keys under which our components hand things on in a Rasa message."""

ASKED = "asked"  # the text without what speakers tell of themselves, as long as the text
PLACEHOLDER_TEXT = "placeholder_text"
WORDING = "wording"
CARELESS = "careless_wording"  # of a training sentence: a careless spelling of it, normalised; None for none
FEATURES = "text_row"  # of the wording, as the topic classifier made them
FOUND = "found_entities"
READINGS = "readings"
REFUSAL = "refusal"
PARTS = "parts"  # of a message of several, each with its wording
BESIDE = "beside"  # what stands beside a study question; None for nothing
CALM = "calm"  # whether calm worries stand beside a study question
HALVES = "halves"  # of a message with two questions the likeliest topic of each, with its share
PAYLOAD_PREFIX = "/"
