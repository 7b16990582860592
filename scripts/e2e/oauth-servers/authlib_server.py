"""Starts an OAuth server that is built with Authlib, as its documents describe. Clients and tokens are in memory.

The argument is a JSON file: port, issuer, clients, user, and the issuer, keys and subject of trusted ID tokens.
"""

import json
import os
import sys
import time

# Authlib rejects plain http, also on loopback.
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector
from authlib.oauth2.rfc6749 import ClientMixin, TokenMixin, grants
from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7523 import JWTBearerClientAssertion, JWTBearerGrant
from authlib.oauth2.rfc7662 import IntrospectionEndpoint
from authlib.oidc.core import UserInfo, UserInfoEndpoint
from flask import Flask, jsonify
from werkzeug.serving import run_simple

with open(sys.argv[1], encoding="utf-8") as file:
    SETTINGS = json.load(file)
ISSUER = SETTINGS["issuer"]
TOKEN_URL = f"{ISSUER}/oauth/token"
METHODS = ["client_secret_basic", "client_secret_post", "private_key_jwt", "none"]


class Client(ClientMixin):
    def __init__(self, values):
        self.values = values
        self.client_id = values["client_id"]
        self.client_metadata = {}

    def get_client_id(self):
        return self.client_id

    def get_allowed_scope(self, scope):
        return " ".join(word for word in (scope or "").split() if word in self.values["scopes"])

    def check_client_secret(self, client_secret):
        return self.values.get("client_secret") == client_secret

    def check_endpoint_auth_method(self, method, endpoint):
        return self.values["method"] == method

    def check_grant_type(self, grant_type):
        return grant_type in self.values["grants"]


class Token(TokenMixin):
    def __init__(self, values, client, user):
        self.values, self.client, self.user = values, client, user
        self.scope = values.get("scope", "")
        self.issued_at = time.time()
        self.revoked = False

    def check_client(self, client):
        return self.client.client_id == client.client_id

    def get_scope(self):
        return self.scope

    def get_expires_in(self):
        return self.values["expires_in"]

    def is_expired(self):
        return time.time() > self.issued_at + self.get_expires_in()

    def is_revoked(self):
        return self.revoked

    def get_user(self):
        return self.user

    def get_client(self):
        return self.client


CLIENTS = {values["client_id"]: Client(values) for values in SETTINGS["clients"]}
TOKENS = []


def find_token(text):
    names = ("access_token", "refresh_token")
    return next((token for token in TOKENS if text in [token.values.get(name) for name in names]), None)


def find_user(username):
    return SETTINGS["user"] if username == SETTINGS["user"]["username"] else None


class ClientCredentialsGrant(grants.ClientCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = METHODS


class PasswordGrant(grants.ResourceOwnerPasswordCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = METHODS

    def authenticate_user(self, username, password):
        user = find_user(username)
        return user if user is not None and user["password"] == password else None


class RefreshTokenGrant(grants.RefreshTokenGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = METHODS
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token):
        token = find_token(refresh_token)
        return token if token is not None and not token.is_revoked() else None

    def authenticate_user(self, refresh_token):
        return refresh_token.user

    def revoke_old_credential(self, refresh_token):
        refresh_token.revoked = True


class IdTokenGrant(JWTBearerGrant):
    def resolve_issuer_client(self, issuer):
        return CLIENTS["github"] if issuer == SETTINGS["trusted"]["issuer"] else None

    def resolve_client_public_key(self, client):
        return SETTINGS["trusted"]["jwks"]

    def authenticate_user(self, subject):
        return SETTINGS["user"] if subject == SETTINGS["trusted"]["subject"] else None

    def get_audiences(self):
        return [ISSUER]

    def has_granted_permission(self, client, user):
        return True


class SignedAssertion(JWTBearerClientAssertion):
    CLIENT_AUTH_METHOD = "private_key_jwt"
    seen = set()

    def validate_jti(self, claims, jti):
        return jti not in self.seen and self.seen.add(jti) is None

    def get_audiences(self):
        # The documents of Authlib name the token endpoint.
        return [TOKEN_URL]

    def resolve_client_public_key(self, client):
        return client.values["jwks"]


class TokenQuery:
    CLIENT_AUTH_METHODS = METHODS

    def query_token(self, token_string, token_type_hint):
        return find_token(token_string)


class Revocation(TokenQuery, RevocationEndpoint):
    def revoke_token(self, token, request):
        token.revoked = True


class Introspection(TokenQuery, IntrospectionEndpoint):
    def check_permission(self, token, client, request):
        return True

    def introspect_token(self, token):
        active = not token.is_revoked() and not token.is_expired()
        user = None if token.user is None else token.user["username"]
        return {"active": active, "client_id": token.client.client_id, "scope": token.scope, "username": user}


class Validator(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return find_token(token_string)


class UserInfos(UserInfoEndpoint):
    def generate_user_info(self, user, scope):
        return UserInfo(sub=user["username"], name=user["name"])


app = Flask(__name__)
app.config["OAUTH2_REFRESH_TOKEN_GENERATOR"] = True
app.config["OAUTH2_TOKEN_EXPIRES_IN"] = {grant: 3600 for client in CLIENTS.values() for grant in client.values["grants"]}
server = AuthorizationServer(
    app,
    query_client=CLIENTS.get,
    save_token=lambda token, request: TOKENS.append(Token(token, request.client, request.user)),
)
for grant in (ClientCredentialsGrant, PasswordGrant, RefreshTokenGrant, IdTokenGrant):
    server.register_grant(grant)
server.register_client_auth_method("private_key_jwt", SignedAssertion())
server.register_endpoint(Revocation)
server.register_endpoint(Introspection)
protector = ResourceProtector()
protector.register_token_validator(Validator())
server.register_endpoint(UserInfos(resource_protector=protector))


@app.get("/.well-known/oauth-authorization-server")
def metadata():
    return jsonify(
        issuer=ISSUER,
        token_endpoint=TOKEN_URL,
        revocation_endpoint=f"{ISSUER}/oauth/revoke",
        introspection_endpoint=f"{ISSUER}/oauth/introspect",
        userinfo_endpoint=f"{ISSUER}/oauth/userinfo",
        token_endpoint_auth_methods_supported=METHODS,
        token_endpoint_auth_signing_alg_values_supported=["RS256", "ES256"],
        grant_types_supported=[grant.GRANT_TYPE for grant, _ in server._token_grants],
    )


@app.post("/oauth/token")
def token():
    return server.create_token_response()


@app.post("/oauth/revoke")
def revoke():
    return server.create_endpoint_response("revocation")


@app.post("/oauth/introspect")
def introspect():
    return server.create_endpoint_response("introspection")


@app.get("/oauth/userinfo")
def userinfo():
    return server.create_endpoint_response("userinfo")


run_simple("127.0.0.1", SETTINGS["port"], app, threaded=True)
