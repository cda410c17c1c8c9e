"""Answers questions about what is shipped with the programs that sites written in Python read it with."""

import json
import sys

import yaml
from fluent.runtime import FluentBundle, FluentResource


def fluent(about):
    bundle = FluentBundle([about["locale"]], use_isolating=about["isolating"])
    for source in about["resources"]:
        bundle.add_resource(FluentResource(source))
    texts, errors = [], []
    for name in about["messages"]:
        if not bundle.has_message(name):
            texts.append(None)
            continue
        text, found = bundle.format_pattern(bundle.get_message(name).value, about["arguments"])
        texts.append(text)
        errors.extend(str(error) for error in found)
    return {"texts": texts, "errors": errors}


ANSWERS = {"fluent": fluent, "yaml": yaml.safe_load}

# As bytes: whatever the machine's language is, JSON is UTF-8.
questions = json.loads(sys.stdin.buffer.read())
answers = [ANSWERS[kind](about) for question in questions for kind, about in question.items()]
sys.stdout.buffer.write(json.dumps(answers).encode())
