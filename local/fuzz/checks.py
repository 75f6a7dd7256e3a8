"""What must be true of every answer, beside that it is one that the file declares."""

import os
import re
import time

import requests
import schemathesis
from api import Api

API = Api(os.environ["REKEY_OPENAPI"])

# Forms that a schema cannot say: 2204 is no e-mail address, 2028 no phone number of that country.
FORMS = {2204, 2028}
INSIDE = re.compile(r"Exception|Throwable|\.java\b|\b(java|javax|dev\.rekey|software\.amazon)\.\w|\bat \w+(\.\w+)+\(")


def envelope(response):
    """The body of an answer; empty where it is no JSON object."""
    try:
        answer = response.json()
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def succeeded(response):
    return response.status_code == 200 and envelope(response).get("statusCode", 200) == 200


@schemathesis.check
def only_what_is_declared_succeeds(ctx, response, case):
    problem = API.route(response.request) and API.problem(response.request)
    if problem and succeeded(response):
        raise AssertionError(f"It succeeded, although by the file {problem}")


@schemathesis.check
def what_is_declared_is_read(ctx, response, case):
    answer = envelope(response)
    malformed = answer.get("statusCode") == 400 and answer.get("apiCode") not in FORMS
    if malformed and API.route(response.request) and not API.problem(response.request):
        raise AssertionError(f"It is as the file says and was refused as malformed: {answer}")


@schemathesis.check
def no_route_is_404(ctx, response, case):
    if API.route(response.request) is None and response.status_code != 404:
        raise AssertionError(f"{response.request.method} is no method of this route, but not answered 404")


@schemathesis.check
def nothing_of_the_inside_is_told(ctx, response, case):
    found = INSIDE.search(response.text)
    if found:
        raise AssertionError(f"The answer tells of the inside: {found.group()}")


@schemathesis.check
def a_503_goes_away(ctx, response, case):
    """By the file such a call may be repeated; what is wrong with the service stays wrong."""
    if response.status_code != 503:
        return
    for pause in (1, 3, 9):
        time.sleep(pause)
        with requests.Session() as session:
            again = session.send(response.request, timeout=60)
        if again.status_code < 500:
            return
    raise AssertionError(f"It was answered 503, and {again.status_code} when it was made for the fourth time")
