"""Starts an OAuth server of django-oauth-toolkit below `/o`, with OpenID Connect, and a database in the working folder.

The argument is a JSON file: port, key (RSA, in PEM), clients and user.
"""

import json
import sys

import django
from django.conf import settings

with open(sys.argv[1], encoding="utf-8") as file:
    SETTINGS = json.load(file)
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "database.sqlite3"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "oauth2_provider"],
    OAUTH2_PROVIDER={
        "OIDC_ENABLED": True,
        "OIDC_RSA_PRIVATE_KEY": SETTINGS["key"],
        "ACCESS_TOKEN_EXPIRE_SECONDS": 3600,
        "SCOPES": {"openid": "OpenID Connect", "read": "Read", "introspection": "Introspect tokens"},
        "DEFAULT_SCOPES": ["read"],
    },
    # A password hash that is slow on purpose would only delay the tests.
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="example-key-of-a-test-server",
    USE_TZ=True,
)
django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.servers.basehttp import run
from django.core.wsgi import get_wsgi_application
from django.urls import include, path
from oauth2_provider import urls
from oauth2_provider.models import get_application_model

urlpatterns = [
    path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
    # The documents say that a server below a path also mounts its metadata (RFC 8414) at the root.
    path("", include((urls.metadata_urlpatterns, "metadata"))),
]

call_command("migrate", verbosity=0)
User.objects.create_user(SETTINGS["user"]["username"], password=SETTINGS["user"]["password"])
for client in SETTINGS["clients"]:
    get_application_model().objects.create(algorithm="RS256", **client)

run("127.0.0.1", SETTINGS["port"], get_wsgi_application(), threading=True)
