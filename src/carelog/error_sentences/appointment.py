"""Sentences of errors about appointments, agreements and topics to bring."""

SENTENCES = {
    "appointment.agreement-handle-unknown": "There is no agreement “{reference}”. Lists show the handles there are.",
    "appointment.agreement-id-unknown": "There is no agreement with that id.",
    "appointment.agreement-none-yet": "There is no agreement yet.",
    "appointment.handle-unknown": "There is no appointment “{reference}”. Lists show the handles there are.",
    "appointment.id-unknown": "There is no appointment with that id.",
    "appointment.none-yet": "There is no appointment yet.",
    "appointment.topic-handle-unknown": "There is no topic “{reference}”. Lists show the handles there are.",
    "appointment.topic-id-unknown": "There is no topic with that id.",
    "appointment.topic-none-yet": "There is no topic yet.",
}
