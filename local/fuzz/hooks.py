"""What Schemathesis loads: real people, passcodes and tokens in its calls, the checks, and the count."""

import copy

import checks
import schemathesis
from chance import RANDOM, mostly
from people import PEOPLE
from real import FILL, LEARN
from seen import SEEN

IDS = [
    {"x-genauth-app-id": "rekey-local-app"},
    {"x-authing-userpool-id": "rekey-local-pool"},
    {"x-genauth-userpool-id": "rekey-local-pool"},
    {"x-authing-app-id": "nobody"},
    {},
]


@schemathesis.hook
def before_call(context, case, kwargs):
    if RANDOM.random() < 0.01:
        PEOPLE.advance("PT301S")  # passcodes and tokens expire
    case.headers.update(RANDOM.choice(IDS) if RANDOM.random() < 0.05 else {"x-authing-app-id": "rekey-local-app"})
    fill = FILL.get(case.path)
    if fill and isinstance(case.body, dict) and mostly():
        case.body = copy.deepcopy(case.body)
        fill(case.body)


@schemathesis.hook
def after_call(context, case, response):
    answer = checks.envelope(response)
    SEEN.answer(response, answer)
    learn = LEARN.get(case.path)
    if learn and isinstance(case.body, dict):
        learn(case.body, answer)


@schemathesis.hook
def filter_failure(context, failure, case, response):
    SEEN.failure(case)
    return True
