"""What a machine gets: explicit fields, both languages apart, decimals as strings, every figure with its source."""

from rest_framework import serializers

from parks.rules.choices import Nature
from parks.templatetags.words import standing_word

from .fields import Code, Exact, Item, Rounded


class SourceWordsSerializer(serializers.Serializer):
    """A source beside a fact; its own address in this API is /sources/<code>/."""

    code = serializers.CharField()
    publisher = serializers.CharField()
    publisher_en = serializers.CharField()
    reliability = serializers.CharField()
    url = serializers.CharField()


class UnitSerializer(serializers.Serializer):
    """`factor` base units make one: 亿元 is 100000000 yuan."""

    symbol = serializers.CharField()
    symbol_en = serializers.CharField()
    quantity = serializers.CharField()
    factor = Exact()


class DatedSerializer(serializers.Serializer):
    known_on = serializers.DateField()
    known_precision = serializers.CharField()


class SourcedSerializer(DatedSerializer):
    source = SourceWordsSerializer()
    locator = serializers.CharField()


class FigureSerializer(serializers.Serializer):
    """A reading with everything it never stands without."""

    value = Exact()
    unit = UnitSerializer()
    qualifier = serializers.CharField(source="word")
    period_start = serializers.DateField(source="period.start")
    period_end = serializers.DateField(source="period.end")
    known_on = serializers.DateField()
    known_precision = serializers.CharField(source="precision")
    source = SourceWordsSerializer()


class TargetSerializer(serializers.Serializer):
    """A row of the ledger of a goal's target; number 1 is the original."""

    number = serializers.IntegerField()
    value = Exact()
    unit = UnitSerializer()
    comparator = serializers.CharField(source="word")
    due_on = serializers.DateField()
    reason = serializers.CharField(source="text")
    reason_en = serializers.CharField(source="text_en")
    known_on = serializers.DateField()
    known_precision = serializers.CharField(source="precision")
    source = SourceWordsSerializer()


class StepSerializer(serializers.Serializer):
    title = serializers.CharField()
    title_en = serializers.CharField()
    planned_on = serializers.DateField()
    done_on = serializers.DateField()


class StandingSerializer(serializers.Serializer):
    """Where a goal stands on the day; `label` is its word in the language of the answer."""

    standing = serializers.CharField(source="code")
    detail = serializers.CharField()
    label = serializers.SerializerMethodField()
    freshness = serializers.CharField()
    share = Rounded()
    expected_share = Rounded(source="path.expected_share", default=None)
    gap_points = Rounded(source="path.points", default=None)
    months_done = serializers.IntegerField(source="path.months_done", default=None)
    months_total = serializers.IntegerField(source="path.months_total", default=None)
    milestones_done = serializers.IntegerField()
    milestones_total = serializers.IntegerField()
    days_overdue = serializers.IntegerField()
    last_news_on = serializers.DateField()
    excused = serializers.BooleanField()
    rule = serializers.IntegerField(source="rule.number")

    def get_label(self, standing) -> str:
        return str(standing_word(standing.code, standing.detail))


class GoalSerializer(serializers.Serializer):
    """A GoalLine. `latest` is the value that speaks for the goal, `parts` the number of reported values in it."""

    code = serializers.CharField(source="goal.code")
    park = Code(source="goal.park")
    dimension = Code(source="goal.dimension")
    title = serializers.CharField(source="goal.title")
    title_en = serializers.CharField(source="goal.title_en")
    indicator = Code(source="goal.series.indicator", default=None)
    series = Code(source="goal.series")
    nature = serializers.ChoiceField(Nature.choices, source="goal.series.indicator.nature", default=None)
    starts_on = serializers.DateField(source="goal.starts_on")
    starts_inferred = serializers.BooleanField(source="goal.starts_inferred")
    due_on = serializers.DateField()
    due_inferred = serializers.BooleanField(source="goal.due_inferred")
    due_note = serializers.CharField(source="goal.due_note")
    due_note_en = serializers.CharField(source="goal.due_note_en")
    frequency = serializers.CharField(source="goal.frequency")
    target = TargetSerializer()
    latest = FigureSerializer(source="spoken")
    parts = serializers.SerializerMethodField()
    standing = StandingSerializer()
    retired_on = serializers.DateField(source="facts.retired_on")
    known_on = serializers.DateField(source="goal.known_on")
    known_precision = serializers.CharField(source="goal.known_precision")
    source = SourceWordsSerializer(source="goal.source")
    locator = serializers.CharField(source="goal.locator")

    def get_parts(self, line) -> int:
        return len(line.standing.value.keys) if line.standing.value else 0


class GoalDetailSerializer(GoalSerializer):
    statement = serializers.CharField(source="goal.statement")
    statement_en = serializers.CharField(source="goal.statement_en")
    targets = TargetSerializer(source="facts.targets", many=True)
    values = serializers.SerializerMethodField()
    milestones = StepSerializer(source="steps", many=True)

    def get_values(self, line) -> list[dict]:
        """The values of the goal's own series that take part in its standing, oldest period first."""
        figures = sorted(line.facts.figures.values(), key=lambda f: (f.period.end, f.known_on, f.row))
        return FigureSerializer(figures, many=True).data


class UpdateSerializer(SourcedSerializer):
    """A ProjectUpdate."""

    ref = serializers.CharField()
    kind = serializers.CharField()
    stage = serializers.CharField()
    part = serializers.CharField()
    part_en = serializers.CharField()
    title = serializers.CharField()
    title_en = serializers.CharField()
    period_start = serializers.DateField()
    period_end = serializers.DateField()
    amount_kind = serializers.CharField()
    value = Exact()
    unit = UnitSerializer()
    invested_to_date = Exact()
    invested_unit = UnitSerializer()
    progress = Exact()
    problems = serializers.CharField()
    problems_en = serializers.CharField()
    next_step = serializers.CharField()
    next_step_en = serializers.CharField()
    note = serializers.CharField()
    note_en = serializers.CharField()


class EntrySerializer(serializers.Serializer):
    """An update as it stood on the day: `status` is speaks, replaced or withdrawn."""

    status = serializers.SerializerMethodField()
    replaced_by = serializers.CharField(source="replaced_by.ref", default=None)

    def get_status(self, entry) -> str:
        return "withdrawn" if entry.withdrawn else "replaced" if entry.replaced_by else "speaks"

    def to_representation(self, entry) -> dict:
        return {**UpdateSerializer(entry.update).data, **super().to_representation(entry)}


class AmountSerializer(SourcedSerializer):
    """The update that last announced a project's total investment."""

    value = Exact()
    unit = UnitSerializer()
    period_start = serializers.DateField()
    period_end = serializers.DateField()
    kind = serializers.CharField()


class ProjectSerializer(serializers.Serializer):
    """A ProjectLine. `stage` null: none on record; `stage_part`: the part whose news carries it, empty: the whole."""

    code = serializers.CharField(source="project.code")
    park = Code(source="project.park")
    kind = serializers.CharField(source="project.kind")
    is_own = serializers.BooleanField(source="project.is_own")
    name = serializers.CharField(source="project.name")
    name_en = serializers.CharField(source="project.name_en")
    developer = serializers.CharField(source="project.developer")
    developer_en = serializers.CharField(source="project.developer_en")
    stage = serializers.CharField(source="stage.stage", default=None)
    stage_start = serializers.DateField(source="stage.news.started_on", default=None)
    stage_end = serializers.DateField(source="stage.news.happened_on", default=None)
    stage_part = serializers.CharField(source="stage.news.part", default=None)
    stage_update = serializers.CharField(source="stage_update.ref", default=None)
    total_investment = AmountSerializer()
    planned_start = serializers.DateField(source="project.planned_start")
    planned_finish = serializers.DateField(source="project.planned_finish")
    plan_note = serializers.CharField(source="project.plan_note")
    plan_note_en = serializers.CharField(source="project.plan_note_en")
    last_known_on = serializers.DateField()
    known_on = serializers.DateField(source="project.known_on")
    known_precision = serializers.CharField(source="project.known_precision")
    source = SourceWordsSerializer(source="project.source")
    locator = serializers.CharField(source="project.locator")


class ProjectDetailSerializer(serializers.Serializer):
    """A ProjectHistory: the line and everything ever told of it."""

    summary = serializers.CharField(source="project.summary")
    summary_en = serializers.CharField(source="project.summary_en")
    naming_note = serializers.CharField(source="project.naming_note")
    naming_note_en = serializers.CharField(source="project.naming_note_en")
    retired_on = serializers.DateField()
    goals = serializers.SerializerMethodField()
    milestones = StepSerializer(many=True)
    updates = EntrySerializer(source="entries", many=True)

    def get_goals(self, history) -> list[str]:
        return [line.goal.code for line in history.goals]

    def to_representation(self, history) -> dict:
        return {**ProjectSerializer(history.line).data, **super().to_representation(history)}


class IndustrySerializer(serializers.Serializer):
    name = serializers.CharField()
    name_en = serializers.CharField()
    role = serializers.CharField()


class ParkSerializer(serializers.Serializer):
    """A park on the day. What its source says of it is null before that source was out."""

    TOLD = ("positioning", "positioning_en", "priorities", "priorities_en", "industries", "source")

    code = serializers.CharField()
    number = serializers.IntegerField()
    name = serializers.CharField()
    name_en = serializers.CharField()
    short_name = serializers.CharField()
    short_name_en = serializers.CharField()
    district = serializers.CharField()
    district_en = serializers.CharField()
    level = serializers.CharField(source="level_on")
    website = serializers.CharField()
    positioning = serializers.CharField()
    positioning_en = serializers.CharField()
    priorities = serializers.CharField()
    priorities_en = serializers.CharField()
    industries = IndustrySerializer(source="industries.all", many=True)
    source = SourceWordsSerializer()

    def to_representation(self, park) -> dict:
        data = super().to_representation(park)
        published = park.source.published_on if park.source else None
        if published and published > self.context["moment"].known_by:
            data |= dict.fromkeys(self.TOLD)
        return data


class IndicatorSerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    name_en = serializers.CharField()
    quantity = serializers.CharField()
    nature = serializers.CharField()
    direction = serializers.CharField()
    unit = UnitSerializer()
    definition = serializers.CharField()
    definition_en = serializers.CharField()


class IndicatorRowSerializer(IndicatorSerializer):
    series_count = serializers.IntegerField()
    value_count = serializers.IntegerField(default=0)
    latest_start = serializers.DateField()
    latest_end = serializers.DateField()

    def to_representation(self, indicator) -> dict:
        data = super().to_representation(indicator)
        return data | {"value_count": data["value_count"] or 0}


class SeriesValueSerializer(serializers.Serializer):
    ref = serializers.CharField()
    value = Exact()
    unit = UnitSerializer()
    qualifier = serializers.CharField()
    period_start = serializers.DateField(source="period.start")
    period_end = serializers.DateField(source="period.end")
    known_on = serializers.DateField()
    known_precision = serializers.CharField(source="precision")
    status = serializers.SerializerMethodField()
    replaced_by = serializers.CharField(source="replaced_by.ref", default=None)
    source = SourceWordsSerializer()
    locator = serializers.CharField()
    note = Item(0)
    note_en = Item(1, source="note")

    def get_status(self, value) -> str:
        return "withdrawn" if value.withdrawn_on else "replaced" if value.replaced_by else "speaks"


class SeriesSerializer(serializers.Serializer):
    """A SeriesOn: one indicator for one entity on one basis."""

    code = serializers.CharField()
    park = Item(0)
    title = Item(0)
    title_en = Item(1, source="title")
    entity = Item(0)
    entity_en = Item(1, source="entity")
    scope = serializers.CharField()
    basis = Item(0)
    basis_en = Item(1, source="basis")
    accumulation = serializers.CharField()
    values = SeriesValueSerializer(many=True)


class SourceSerializer(serializers.Serializer):
    code = serializers.CharField()
    kind = serializers.CharField()
    title = serializers.CharField()
    title_en = serializers.CharField()
    publisher = serializers.CharField()
    publisher_en = serializers.CharField()
    published_on = serializers.DateField()
    precision = serializers.CharField()
    url = serializers.CharField()
    reliability = serializers.CharField()
    note = serializers.CharField()
    note_en = serializers.CharField()


class SourceRowSerializer(SourceSerializer):
    facts = serializers.SerializerMethodField()

    def get_facts(self, source) -> int:
        return self.context["facts"].get(source.pk, 0)


class TakenFactSerializer(serializers.Serializer):
    """A TakenFact: one fact that a source gave, and where it stands."""

    kind = serializers.CharField()
    ref = serializers.CharField()
    about = serializers.CharField(source="page")
    code = serializers.CharField()
    title = Item(0)
    title_en = Item(1, source="title")
    word = serializers.CharField()
    value = Exact()
    unit = UnitSerializer()
    start = serializers.DateField()
    end = serializers.DateField()
    known_on = serializers.DateField()
    known_precision = serializers.CharField(source="precision")
    locator = serializers.CharField()
    withdrawn_on = serializers.DateField()
    replaced_on = serializers.DateField()
