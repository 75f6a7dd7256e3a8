"""docs/openapi.yaml, as the checks ask it."""

import json
from functools import reduce
from urllib.parse import urlsplit

import jsonschema_rs
import yaml

DEEPEST = 16
LONGEST = 64 * 1024


class Api:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self._root = yaml.safe_load(file)
        self._requests = {
            (method.upper(), path): self._validator(operation)
            for path, methods in self._root["paths"].items()
            for method, operation in methods.items()
        }
        self._ids = [scheme["name"] for scheme in self._components["securitySchemes"].values()]

    @property
    def _components(self):
        return self._root["components"]

    def _validator(self, operation):
        if "requestBody" not in operation:
            return None
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        return jsonschema_rs.validator_for({"allOf": [schema], "components": self._components})

    def route(self, request):
        """The route that a request is of, or None."""
        route = (request.method, urlsplit(request.url).path)
        return route if route in self._requests else None

    def problem(self, request):
        """Why the file does not allow a request, or None."""
        route = self.route(request)
        operation = self._root["paths"][route[1]][route[0].lower()]
        if operation["security"] and not any(request.headers.get(name, "").strip() for name in self._ids):
            return "it has no id"
        if self._requests[route] is None:
            return None
        if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
            return "it is not JSON by its type"
        try:
            body = _read(request.body)
        except ValueError as error:
            return f"its body is no JSON object: {error}"
        error = next(self._requests[route].iter_errors(body), None)
        return error and f"/{'/'.join(map(str, error.instance_path))}: {error.message}"

    def answers(self):
        """Each answer as (route, HTTP status, statusCode, apiCode)."""
        for path, methods in self._root["paths"].items():
            for operation in methods.values():
                for status, answer in operation["responses"].items():
                    for schema in self._bodies(self._resolved(answer)):
                        fields = schema["properties"]
                        code = self._resolved(fields.get("statusCode", {})).get("const")
                        yield path, int(status), code, fields.get("apiCode", {}).get("const")

    def successes(self):
        """Each success as (route, the booleans in its data)."""
        for path, methods in self._root["paths"].items():
            for operation in methods.values():
                for schema in self._bodies(operation["responses"]["200"]):
                    code = self._resolved(schema["properties"].get("statusCode", {})).get("const")
                    if code in (None, 200):
                        data = self._resolved(schema["properties"].get("data", {}))
                        for branch in map(self._resolved, data.get("oneOf", [data])):
                            yield from ((path, flag) for flag in _flags(branch))

    def _bodies(self, answer):
        (content,) = answer["content"].values()
        schema = self._resolved(content["schema"])
        return map(self._resolved, schema.get("oneOf", [schema]))

    def _resolved(self, node):
        if "$ref" in node:
            _, *keys = node["$ref"].split("/")
            node = reduce(lambda inner, key: inner[key], keys, self._root)
        return node


def _flags(data):
    """What the booleans of an answer may be, as seen.py tells them."""
    for name, field in data.get("properties", {}).items():
        if field.get("type") == "boolean":
            return [f"{name} true", f"{name} false"]
        if field.get("const") is True:
            return [f"{name} true"]
    return [""]


def _read(body):
    """What the service would read: one object, no key twice, not too long or deep."""
    text = (body or b"") if isinstance(body, bytes) else (body or "").encode()
    if len(text) > LONGEST:
        raise ValueError("too long")
    text = text.decode().removeprefix("\ufeff")
    value = json.loads(text, object_pairs_hook=_unique, parse_float=_fraction)
    if not isinstance(value, dict) or _depth(value) > DEEPEST:
        raise ValueError("no object, or too deep")
    json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair has no form in UTF-8
    return value


def _fraction(_):
    """JSON Schema takes 7.0 and 1e3 for integers; the service takes as digits only what is spelt in digits."""
    return 0.5


def _unique(pairs):
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key twice")
    return dict(pairs)


def _depth(value):
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(_depth, inner), default=0)
