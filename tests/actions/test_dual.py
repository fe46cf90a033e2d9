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
