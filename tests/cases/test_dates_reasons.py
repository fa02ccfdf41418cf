"""A time expression needs a reason: words that fool, and the like of them that are times."""

from __future__ import annotations

import pytest

from newskit import Document, Kit

PUBLISHED = "2025-02-18"  # a Tuesday
KIT = Kit(plugins=["newskit_dates"])


def read(text: str, published: str | None = PUBLISHED) -> Document:
    document = KIT.extract(text, published=published)
    assert document.failures == ()
    return document


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(found.span.text, found.value) for found in read(text, published).dates]


NO_DATES = (
    "The picture is undated.",
    "He may march; the second we sat in the sun, mon ami.",
    "Votes went 50-50 after 24/7 coverage and 9/11.",
    "Windows 2000 cost $1999 then.",
    "May Smith and April Jones met June Carter.",
    "It rose to 2,000 points, 1999 shares at most.",
    "Call 555-1999 or 555.2012 for help.",
    "The fall of the city came as a surprise.",
    "Three quarters of the troops left.",
    "A second man and a quarter of the staff spoke to USA Today.",
    "Now, that is what I call a story.",
    "He is in his 30s.",
    "Her rating rose to the low 50s.",
    "It met with anger in many quarters.",
    "It has over 2000 members.",
    "The Sunday Chronicle and the Morning Daily News said so.",
    "She decorated a Christmas tree.",
    "At the end of the day, nobody cares.",
    "It won album of the year.",
    "The 20th Century Fox film did well.",
    "The firm paid a quarterly dividend.",
    "The shot was heard at about 1900.",
    "It broadcasts at 1590 GMT.",
    "He is on the channel's Sunday Forum show.",
    "In the film the March on Rome is shown.",
    "She is in her late thirties.",
    "The current account was in deficit.",
    "Wait a minute, he said.",
    "It was 3-2 on aggregate, 6-4 in sets.",
    "He was held under the Terrorism Act 2000.",
    "The game is called Football Manager 2005.",
    "The fall in prices came as a shock.",
    "Analysts blamed weak exports for the fall.",
    "She won gold at the Winter Olympics.",
    "The film Suddenly Last Summer won a prize.",
    "A free kick by Jamie Winter was saved.",
    "The song was Wham's Last Christmas.",
    "It was shown on Holocaust Memorial Day.",
    "He never would in a million years.",
    "The Bank's minutes showed a split vote.",
    "The law caps working hours.",
    "The film is on current affairs.",
    "He told ITV's This Morning.",
    "He was on CBS's “This Morning,” in which he said so.",
    'He told NBC\'s "Today" that it was off.',
    "He hosts The Tonight Show.",
    "She was a guest on Saturday Night Live.",
    "The states vote on Super Tuesday.",
    "He sang with the Happy Mondays.",
    "His rating dipped into the mid-20s.",
    "Most voters are in the 30s and 40s.",
    "She married the future king of France.",
    "It was told in the past tense.",
    "It won only once in the past six elections.",
    "It was a year on year decline.",
    "He told the Swiss daily Le Matin.",
    "The score was 3:16 and 22:30 then.",
    "The economist Larry Summers agreed.",
    "The song was All Right Now.",
    "The group One Wisconsin Now sued.",
    "He starred in The 40-Year-Old Virgin.",
    "The station's 10 O'clock News said so.",
    "It owned a Century speedboat.",
    "It hit Windows 95, 98, 2000 and XP.",
    "The group Black September was blamed.",
    "She said that DEC made it.",
    "It will not happen overnight.",
    "He was an overnight success.",
    "They lost days off.",
    "She is wise beyond her years.",
    "The White House is at 1600 Pennsylvania Avenue.",
    "He lives in 1999 Oak Road and 12 March Street.",
    "Some 9000 came, 2000 of them armed.",
    "It is listed as No. 2012 there.",
    "He scored a century, then two more.",
    "The quarter final was lost.",
    "The film 28 Days Later was shown.",
    "The film The Day After Tomorrow was shown.",
    "He is within years of age.",
    "A strong current of anger runs through it.",
    "They swam against the current.",
    "He hopes for a brighter tomorrow.",
    "Only one-quarter of them voted.",
    "The UK current budget was in balance.",
    "They are the leaders of tomorrow.",
    'It was the "Winter of Discontent" again.',
    "They released 2016: A Life last.",
    "It is a little late in the day to ask.",
    "They play on in their 30s, 40s and 50s.",
    "It is a poll of 2012 likely voters.",
    "She won a prize for 2046 there.",
    "He owns a free daily.",
    "Fifa 2005 sold well.",
    "Nobody thinks for a minute that it was so.",
    "It hit Windows 98, ME, NT, 2000 and XP.",
    "They lost at home to Sheffield Wednesday.",
    "They beat coach Jo Friday's side.",
    "It was told by Ann B. Summers.",
    "Summers left the firm.",
    "The Star Post-Morning poll said so.",
    "He writes for The Daily and Sunday Telegraph.",
    "They sang Sunday Bloody Sunday again.",
    "It was the start of the Summer Olympics.",
    "Overnight, he became a star.",
    "He turned into a bore overnight.",
    "She did well with the quarter of them who work.",
    "It was on the morning shows.",
    "The poster is of the Safe at Night drive.",
    "It went at 60 miles per hour.",
)

TRUE_TIMES = (
    ("In the fall they left.", ["the fall"]),
    ("He will run this fall.", ["this fall"]),
    ("He will stay this fall in Ohio.", ["this fall"]),
    ("It opens next spring.", ["next spring"]),
    ("By the summer of 2001 he was out.", ["the summer of 2001"]),
    ("They met at Christmas.", ["Christmas"]),
    ("He waited for hours.", ["hours"]),
    ("It began minutes later.", ["minutes later"]),
    ("In 2004, Football Manager came out.", ["2004"]),
    ("The 2016 campaign began.", ["2016"]),
    ("Prices fell in the 80s.", ["the 80s"]),
    ("Today they won.", ["Today"]),
    ("They won at World Cup 2018 in the rain.", ["2018"]),
    ("It began on Saturday Night as crowds came.", ["Saturday Night"]),
    ("Its current $5 million plan and current and former staff are here.", ["current", "current"]),
    ("They will win tomorrow.", ["tomorrow"]),
    ("Tonight they vote.", ["Tonight"]),
    ("In the future people will fly.", ["the future"]),
    ("The future is bright.", ["The future"]),
    ("It worked in the past.", ["the past"]),
    ("He told Fox News Tuesday night that it was off.", ["Tuesday night"]),
    ("Flights leave daily.", ["daily"]),
    ("They met on Fridays.", ["Fridays"]),
    ("Now they are here.", ["Now"]),
    ("The market fell overnight.", ["overnight"]),
    ("They spent summers there.", ["summers"]),
    ("Overnight, two men died.", ["Overnight"]),
    ("It was sold at the start of summer.", ["the start of summer"]),
    ("Summers in the hills are dry.", ["Summers"]),
    ("It is of the year beginning Oct. 1.", ["Oct. 1"]),
    ("After Friday's vote they met.", ["Friday"]),
    ("They slept for a minute there.", ["a minute"]),
    ("It will be dry by 2050.", ["2050"]),
    ("It tells of 2000 - 2050 in detail.", ["2000", "2050"]),
    ("It ran in the 60s, 70s and 80s.", ["the 60s", "70s", "80s"]),
    ("Now that it rains, they stay.", ["Now"]),
    ("It is one of the year's best films.", ["the year"]),
    ("They met late in the day.", ["late in the day"]),
    ("In January 25 people died.", ["January"]),
    ("They met at 10 o'clock.", ["10 o'clock"]),
    ("It took days.", ["days"]),
    ("They will move past days of turmoil.", ["days"]),
    ("Unlike past years it was dry.", ["past years"]),
)


@pytest.mark.parametrize("text", NO_DATES)
def test_words_that_fool_are_no_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(("text", "found"), TRUE_TIMES)
def test_the_like_of_them_that_are_times(text: str, found: list[str]) -> None:
    assert [span for span, _ in values(text)] == found
