"""Times that look like the words that fool; those that are refused are examples of the rules themselves."""

from __future__ import annotations

import pytest
from dated import values

TRUE_TIMES = (
    ("Much may change between now and then.", ["now"]),
    ("It lost money in its early days.", ["early days"]),
    ("Hours after the crash, they met.", ["Hours"]),
    ("It rained for most of the fall and winter.", ["the fall", "winter"]),
    ("Over the 1960s many fled.", ["the 1960s"]),
    ("It is known for its 1960s hits.", ["1960s"]),
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


@pytest.mark.parametrize(("text", "found"), TRUE_TIMES)
def test_the_like_of_what_is_refused_are_times(text: str, found: list[str]) -> None:
    assert [span for span, _ in values(text)] == found
