from __future__ import annotations


def test_who_is_too_young_hears_not_yet(talk, parent) -> None:
    assert talk("dual_entry", age="14", text="ik ben 14 mag ik duaal doen").text.startswith("Nee, nog niet.")
    assert parent("dual_entry", age="14", text="mijn dochter is 14").text.startswith("Nee, nog niet.")


def test_from_the_first_age_on_the_rule_is_told(talk) -> None:
    for age in ("15", "17"):
        assert "nog niet." not in talk("dual_entry", age=age, text=f"ik ben {age} mag ik duaal doen").text


def test_fear_of_a_lesser_diploma_is_answered_with_no(talk) -> None:
    assert talk("dual_diploma", text="is dat diploma minder waard").text.startswith("Nee, je krijgt hetzelfde")
    assert talk("dual_diploma", text="krijg ik hetzelfde diploma").text.startswith("Ja, je krijgt hetzelfde")


def test_little_money_and_a_college_gets_the_amounts_at_once(talk) -> None:
    assert "1.092,10 euro" in talk("enc_money", text="wij hebben niet veel geld is hogeschool duur").text
    assert "euro" not in talk("enc_money", text="wij hebben thuis niet veel geld").text


def test_a_seventh_year_says_after_what_it_comes(talk) -> None:
    answer = talk("option_dual", option="Dakwerker duaal", dual="yes", text="is dakwerker duaal")
    assert "7de jaar" in answer.text
    assert "OK3" in answer.text
    assert [item.title for item in answer.items] == ["Ruwbouw"]
    assert "7de jaar" not in talk("option_dual", option="Ruwbouw", text="kan ruwbouw duaal").text


def test_who_is_too_young_for_a_study_hears_not_yet(talk, parent) -> None:
    for ask in (talk, parent):
        answer = ask("option_dual", option="Ruwbouw", dual="yes", age="13", text="kan ruwbouw duaal op 13")
        assert answer.text.startswith("Nee, nog niet.")


def test_the_rule_of_age_goes_with_that_of_a_seventh_year(talk) -> None:
    talk("option_dual", option="Dakwerker duaal", text="dakwerker duaal")
    assert "Dakwerker duaal" in talk("dual_entry", age="16", text="ik ben 16 mag ik dat al doen").text
