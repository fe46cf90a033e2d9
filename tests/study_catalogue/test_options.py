"""Study options in both databases."""

from __future__ import annotations

import pytest

from study_catalogue import Catalogue, Option, OptionFilter

LEVELS = ["so-1", "so-2", "so-3", "so-7", "graduaat", "prof_bachelor", "acad_bachelor", "master", "volwassenen"]


def everything(catalogue: Catalogue, wanted: OptionFilter) -> list[str]:
    return [option.id for option in catalogue.search_options(wanted, limit=1000)[0]]


def officially_stem(option: Option) -> bool:
    return option.stem_official.startswith("STEM") if option.level.startswith("so-") else option.is_stem


def test_option_by_id(catalogue: Catalogue) -> None:
    option = catalogue.option("so3-elektromechanische-technieken")
    assert option is not None
    assert (option.name, option.level, option.finality) == ("Elektromechanische technieken", "so-3", "dubbel")
    assert option.domains == ("STEM",)
    assert option.dual == "yes"
    assert option.keywords
    assert option.stem_official == "STEM"


def test_unknown_option(catalogue: Catalogue) -> None:
    assert catalogue.option("nope") is None
    assert catalogue.options_named("nope") == []
    assert catalogue.jobs_of("nope") == catalogue.next_of("nope") == catalogue.similar_dual("nope") == []


def test_low_confidence_is_hidden(catalogue: Catalogue) -> None:
    assert catalogue.option("ma-chemie") is not None
    assert catalogue.option("ma-informatica") is None
    assert catalogue.options_named("Master informatica") == []
    assert "ma-informatica" not in [option.id for option in catalogue.next_of("aba-informatica")]


def test_a_name_may_stand_on_more_levels(catalogue: Catalogue) -> None:
    found = catalogue.options_named("elektromechanische TECHNIEKEN")
    assert [option.level for option in found] == ["so-2", "so-3"]


def test_accents_do_not_matter(catalogue: Catalogue) -> None:
    assert catalogue.options_named("industriele ict") == catalogue.options_named("Industriële ICT") != []


def test_ended_option_is_known_and_names_its_successor(catalogue: Catalogue) -> None:
    (option,) = catalogue.options_named("Industriële koeltechnieken")
    assert option.ended
    assert option.ended_note
    assert option.successors == ("so7-technicus-koelinstallaties-duaal",)


def test_ended_option_is_never_offered(catalogue: Catalogue) -> None:
    offered = set(everything(catalogue, OptionFilter(stem_only=False)))
    assert len(offered) > 300
    for option_id in offered:
        option = catalogue.option(option_id)
        assert option is not None
        assert not option.ended
        assert all(not other.ended for other in catalogue.next_of(option_id))
    assert "so7-apotheekassistentie" not in offered
    assert "so7-apotheekassistentie" not in [
        o.id for o in catalogue.options_for_job("Farmaceutisch-technisch assistent")
    ]


def test_dual_variant_of_a_row_that_points_to_it(catalogue: Catalogue) -> None:
    option = catalogue.option("so7-chemische-procestechnieken")
    assert option is not None
    assert option.dual == "yes"


@pytest.mark.parametrize(
    ("wanted", "inside", "outside"),
    [
        (OptionFilter(levels=("so-2",)), "so2-hout", "so3-houttechnieken"),
        (OptionFilter(finalities=("dubbel",)), "so2-houttechnieken", "so2-hout"),
        (OptionFilter(domain="Kunst en creatie", stem_only=False), "so3-grafimedia", "so2-hout"),
        (OptionFilter(dual=True), "so3-elektrotechnieken", "so3-houttechnieken"),
        (OptionFilter(dual=False), "so3-houttechnieken", "so3-elektrotechnieken"),
        (OptionFilter(practices=("praktisch",)), "so2-hout", "so2-natuurwetenschappen"),
        (OptionFilter(theme="hout"), "so3-houttechnieken", "so3-elektrotechnieken"),
        (OptionFilter(), "so2-hout", "so2-latijn"),
    ],
)
def test_filters(catalogue: Catalogue, wanted: OptionFilter, inside: str, outside: str) -> None:
    found = everything(catalogue, wanted)
    assert inside in found
    assert outside not in found


def test_filters_narrow_together(catalogue: Catalogue) -> None:
    both = everything(catalogue, OptionFilter(levels=("so-3",), dual=True, theme="bouw"))
    assert both
    assert set(both) == set(everything(catalogue, OptionFilter(levels=("so-3",)))) & set(
        everything(catalogue, OptionFilter(dual=True))
    ) & set(everything(catalogue, OptionFilter(theme="bouw")))


def test_unknown_theme_finds_nothing(catalogue: Catalogue) -> None:
    assert catalogue.search_options(OptionFilter(theme="nope")) == ([], 0)


def test_short_stem_counts_at_the_start_of_a_word(catalogue: Catalogue) -> None:
    names = [option.name for option in catalogue.search_options(OptionFilter(theme="ict"), limit=1000)[0]]
    assert "Industriële ICT" in names


def test_pages_follow_each_other(catalogue: Catalogue) -> None:
    whole, total = catalogue.search_options(OptionFilter(stem_only=False), limit=1000)
    assert len(whole) == total
    pages = [catalogue.search_options(OptionFilter(stem_only=False), offset, 7)[0] for offset in range(0, total, 7)]
    assert [option.id for page in pages for option in page] == [option.id for option in whole]
    assert catalogue.search_options(OptionFilter(), offset=5000) == ([], catalogue.search_options(OptionFilter())[1])


def test_stem_first_then_level_then_name(catalogue: Catalogue) -> None:
    found, _ = catalogue.search_options(OptionFilter(stem_only=False), limit=1000)
    order = [(not option.is_stem, LEVELS.index(option.level), not officially_stem(option)) for option in found]
    assert order == sorted(order)
    assert len(set(order)) > 15


@pytest.mark.parametrize("level", ["so-2", "so-3", "so-7"])
def test_officially_stem_first_inside_a_level(catalogue: Catalogue, level: str) -> None:
    found, _ = catalogue.search_options(OptionFilter(levels=(level,)), limit=1000)
    order = [officially_stem(option) for option in found]
    assert set(order) == {True, False}
    assert order == sorted(order, reverse=True)


def test_officially_stem_only(catalogue: Catalogue) -> None:
    found, total = catalogue.search_options(OptionFilter(official_stem=True), limit=1000)
    every, _ = catalogue.search_options(OptionFilter(), limit=1000)
    assert found == [option for option in every if officially_stem(option)]
    assert {option.level for option in found} == set(LEVELS) - {"so-1"}  # the first grade has no official label
    assert len(found) == total < len(every)


def test_a_stem_variant_counts_as_officially_stem(catalogue: Catalogue) -> None:
    found, _ = catalogue.search_options(OptionFilter(official_stem=True), limit=1000)
    assert len([option for option in found if option.stem_official.startswith("STEM (variant STEM)")]) == 4


def test_both_databases_give_the_same_order(sqlite_catalogue: Catalogue, postgres_catalogue: Catalogue) -> None:
    wanted = OptionFilter(stem_only=False)
    assert everything(sqlite_catalogue, wanted) == everything(postgres_catalogue, wanted)


def test_next_goes_from_short_to_long(catalogue: Catalogue) -> None:
    found = catalogue.next_of("so3-elektrische-installaties")
    assert [option.level for option in found] == sorted((option.level for option in found), key=LEVELS.index)
    assert {"so-7", "graduaat"} == {option.level for option in found}


def test_labour_market_third_grade_never_leads_to_a_bachelor(catalogue: Catalogue) -> None:
    wanted = OptionFilter(levels=("so-3",), finalities=("arbeidsmarkt",), stem_only=False)
    found, _ = catalogue.search_options(wanted, limit=1000)
    assert len(found) > 20
    for option in found:
        following = catalogue.next_of(option.id)
        assert following, option.id
        assert not {other.level for other in following} & {"prof_bachelor", "acad_bachelor"}
        assert not [other.id for other in following if other.after_kind == "ok4"]


@pytest.mark.parametrize(
    ("option_id", "kind"),
    [
        ("so7-voorbereidend-hoger-onderwijs", "preparing"),
        ("so7-bijzondere-wetenschappelijke-vorming", "preparing"),
        ("so7-dakwerker-duaal", "ok3"),
        ("so7-installateur-gebouwenautomatisering-duaal", "ok3"),
        ("so7-opticien", "ok4"),
        ("so7-apotheekassistentie", ""),  # ended, not read
        ("so3-ruwbouw", ""),
    ],
)
def test_what_a_7th_year_asks(catalogue: Catalogue, option_id: str, kind: str) -> None:
    option = catalogue.option(option_id)
    assert option is not None
    assert option.after_kind == kind


def test_every_7th_year_that_is_offered_says_what_it_asks(catalogue: Catalogue) -> None:
    found, total = catalogue.search_options(OptionFilter(levels=("so-7",), stem_only=False), limit=1000)
    assert total > 70
    assert {option.after_kind for option in found} == {"preparing", "ok3", "ok4"}
    assert {option.after_kind for option in found if option.finality == "arbeidsmarkt"} == {"ok3"}


def test_jobs_of_an_option_bottleneck_first(catalogue: Catalogue) -> None:
    jobs = catalogue.jobs_of("so3-preventief-onderhoud-machines-en-installaties")
    assert [bool(job.listing) for job in jobs] == [True, True, False]
    assert [job.name for job in jobs[:2]] == ["Industrieel elektromecanicien", "Industrieel onderhoudstechnicus"]


def test_job_linked_by_its_competent_name_is_on_the_list(catalogue: Catalogue) -> None:
    jobs = {job.name: job for job in catalogue.jobs_of("so3-lassen-constructie")}
    assert jobs["Manueel lasser"].listing is not None


def test_options_for_a_job_short_to_long(catalogue: Catalogue) -> None:
    found = catalogue.options_for_job("koeltechnicus")
    levels = [option.level for option in found]
    assert levels == sorted(levels, key=LEVELS.index)
    assert len(set(levels)) > 1
    assert "so3-koelinstallaties" in [option.id for option in found]
    assert catalogue.options_for_job("Lasser") == catalogue.options_for_job("Manueel lasser") != []
    assert catalogue.options_for_job("nope") == []


def test_new_rows_have_links_marked_inferred(catalogue: Catalogue) -> None:
    option = catalogue.option("so7-lasser-monteerder")
    assert option is not None
    assert option.links_source.status == "inferred"
    assert "Manueel lasser" in [job.name for job in catalogue.jobs_of(option.id)]
    assert option.id in [other.id for other in catalogue.next_of("so3-lassen-constructie")]


def test_links_read_in_a_source_say_so(catalogue: Catalogue) -> None:
    option = catalogue.option("so2-biotechnologische-wetenschappen")
    assert option is not None
    assert option.links_source.status == "read"


def test_institutions(catalogue: Catalogue) -> None:
    found = catalogue.institutions_of("grad-elektromechanische-systemen")
    by_text = {written: (institution, read) for institution, written, read in found}
    institution, read = by_text["PXL (Diepenbeek)"]
    assert institution is not None
    assert institution.municipality == "Diepenbeek"
    assert read


def test_institution_that_nobody_read(catalogue: Catalogue) -> None:
    every = [offer for option in everything(catalogue, OptionFilter()) for offer in catalogue.institutions_of(option)]
    assert {read for _, _, read in every} == {True, False}
    assert not [written for _, written, _ in every if written.endswith("*")]


def test_one_text_may_stand_for_two_institutions(catalogue: Catalogue) -> None:
    names = {i.short for i, _, _ in catalogue.institutions_of("aba-industriele-wetenschappen") if i}
    assert {"UHasselt", "KU Leuven"} <= names


@pytest.mark.parametrize(
    ("option_id", "nearest"),
    [
        ("so3-houttechnieken", "Binnen- en buitenschrijnwerk"),
        ("so2-elektriciteit", "Installateur elektrotechnische basiscomponenten duaal"),
        ("so3-mechanische-vormgevingstechnieken", "Mechanische vormgeving"),
    ],
)
def test_similar_dual(catalogue: Catalogue, option_id: str, nearest: str) -> None:
    found = catalogue.similar_dual(option_id)
    assert found[0].name == nearest
    assert 1 <= len(found) <= 3
    assert all(option.dual == "yes" and not option.ended for option in found)


def test_nothing_similar_rather_than_something_far(catalogue: Catalogue) -> None:
    assert catalogue.similar_dual("so2-natuurwetenschappen") == []
