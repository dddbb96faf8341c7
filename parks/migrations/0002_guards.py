"""Triggers that refuse edits of published facts."""

from django.db import migrations

from parks.models.guards import InstallGuards


class Migration(migrations.Migration):
    dependencies = [("parks", "0001_the_register")]

    operations = [InstallGuards()]
