"""Three accounts for trying the register on one's own machine."""

from django.core.management.base import BaseCommand, CommandParser

from parks.changes.accounts import create_local_accounts
from parks.models import Park


class Command(BaseCommand):
    help = (
        "Make a manager, a reviewer and a reporter of one park, when nobody has an account yet; prints the passwords."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--park", default="malanshan", help="Code of the reporter's park; else the first park.")

    def handle(self, *args, park: str, **options) -> None:
        chosen = Park.objects.filter(code=park).first() or Park.objects.order_by("code").first()
        made = create_local_accounts(reporter_park=chosen)
        if not made:
            self.stdout.write("There are accounts already; none was made.")
            return
        self.stdout.write("\nLocal accounts, shown this once:")
        for account in made:
            where = f"  ({account.park})" if account.park else ""
            self.stdout.write(f"  {account.username:<9}  {account.password}{where}")
