"""What time expressions count from: weekdays by tense, the day told, narratives."""

from __future__ import annotations

import pytest
from dated import values

WEEKDAYS = (
    ("past", "He spoke on Tuesday.", "2025-02-18"),
    ("past, the day before", "He stated on Monday that it was over.", "2025-02-17"),
    ("past, later in the week", "They met on Thursday.", "2025-02-13"),
    ("future", "They will meet on Thursday.", "2025-02-20"),
    ("have until", "They have until Friday to pay.", "2025-02-21"),
    ("the deadline is", "The deadline for bids is Friday.", "2025-02-21"),
    ("is on", "The hearing is on Friday.", "2025-02-21"),
    ("is at noon", "The funeral is at noon Friday.", "2025-02-21T12:00"),
    ("it is", "It is Monday, and the shop is shut.", "2025-02-17"),
    ("go on sale", "Tickets go on sale Friday.", "2025-02-21"),
    ("a place between", "Voters in Ohio go to the polls Friday.", "2025-02-21"),
    ("plays", "The side plays Friday.", "2025-02-21"),
    ("hears", "The court hears the appeal on Friday.", "2025-02-21"),
    ("faces", "He faces trial on Friday.", "2025-02-21"),
    ("a noun in the plural", "She spoke after two visits and the plays on Friday.", "2025-02-14"),
    ("behind a victory", "They go into the final on the back of a victory over Leeds on Sunday.", "2025-02-16"),
    ("close to", "Sources close to the talks spoke Friday.", "2025-02-14"),
    ("starting", "Starting Friday, drivers must pay.", "2025-02-21"),
    ("starting in the past", "It was shut starting Friday.", "2025-02-14"),
    ("a period beginning", "It fell in the period beginning Friday.", "2025-02-14"),
    ("likely", "A storm is likely on Friday.", "2025-02-21"),
    ("no more likely", "It did not grow any more likely on Friday.", "2025-02-14"),
    ("through", "The sale lasts through Sunday.", "2025-02-23"),
    ("through in the past", "It rained through Sunday.", "2025-02-16"),
    ("ahead of talks", "The visit comes ahead of talks on Friday.", "2025-02-21"),
    ("comes out", "The book comes out Friday.", "2025-02-21"),
    ("comes into force", "The law comes into force on Sunday.", "2025-02-23"),
    ("takes over", "Her deputy takes over on Friday.", "2025-02-21"),
    ("steps down", "He steps down on Friday.", "2025-02-21"),
    ("sits again", "The court sits again on Friday.", "2025-02-21"),
    ("is out", "Her new book is out Friday.", "2025-02-21"),
    ("this weekday, no tense", "Doctors expect a ruling this Friday.", "2025-02-21"),
    ("this weekday, past", "They said this Monday that it was over.", "2025-02-17"),
    ("moved to", "The talks were moved to Friday.", "2025-02-21"),
    ("put off until", "The vote was put off until Friday.", "2025-02-21"),
    ("gave them until", "The judge gave them until Friday to pay.", "2025-02-21"),
    ("that began", "The strike that started Friday goes on.", "2025-02-14"),
    ("over a brawl", "He faces charges over a brawl on Sunday.", "2025-02-16"),
    ("future, today", "They will meet on Tuesday.", "2025-02-18"),
    ("to be held", "The vote is to be held on Friday.", "2025-02-21"),
    ("is to", "The court is to rule on Friday.", "2025-02-21"),
    ("set to", "The talks, set to resume on Friday, are off.", "2025-02-21"),
    ("planned to", "The team planned to leave on Friday.", "2025-02-21"),
    ("put off", "The vote was postponed until Friday.", "2025-02-21"),
    ("had been scheduled", "The bid had been scheduled to lapse on Friday.", "2025-02-14"),
    ("future beside past", "He said on Monday that they will meet soon.", "2025-02-17"),
    ("last", "They met last Tuesday.", "2025-02-11"),
    ("next", "They meet next Tuesday.", "2025-02-25"),
    ("coming", "This coming Sunday is a holiday.", "2025-02-23"),
    ("planned", "The union planned a march for Friday.", "2025-02-21"),
    ("hoping to", "They are hoping to win on Friday.", "2025-02-21"),
    ("would", "She said she would leave on Friday.", "2025-02-21"),
    ("'ll", "We'll meet on Friday.", "2025-02-21"),
    ("could not", "He could not be reached on Friday.", "2025-02-14"),
    ("as soon as", "The ruling came, and the sale as soon as Friday.", "2025-02-21"),
    ("soon after", "It came soon after Friday's storm.", "2025-02-14"),
    ("what a past event will do", "Monday's vote will be felt for years.", "2025-02-17"),
    ("neither could", "Neither he nor his aunt could be reached Friday.", "2025-02-14"),
    ("plans as a noun", "On Friday, after she set aside her holiday plans, they met.", "2025-02-14"),
    ("plans as a verb", "She plans to leave on Friday.", "2025-02-21"),
    ("an adjective", "It would be paid on a still unsettled Friday.", "2025-02-21"),
    ("set for", "A hearing was set for Friday.", "2025-02-21"),
    ("due", "The report was due Friday.", "2025-02-21"),
    ("due, but", "He was due in court on Friday but did not appear.", "2025-02-14"),
    ("scheduled, but", "She was scheduled to fly on Friday, but fell ill.", "2025-02-14"),
    ("due, but to come", "He is due in court on Friday but has said nothing.", "2025-02-21"),
    ("irregular past", "She sang on Friday.", "2025-02-14"),
    ("ahead of", "She led in the polls ahead of Friday's vote.", "2025-02-21"),
    ("holds", "The state holds its primary on Friday.", "2025-02-21"),
    ("they meet", "The two meet briefly on Friday.", "2025-02-21"),
    ("they did not meet", "The two did not meet Friday.", "2025-02-14"),
    ("if", "If she wins on Friday, he will leave.", "2025-02-21"),
    ("if says nothing of a past event", "To know if Friday's storm was mild, they met.", "2025-02-14"),
    ("ahead of a vote", "She is in a tight race ahead of the vote on Friday.", "2025-02-21"),
    ("ahead of a rival", "She was ahead of Jones on Friday.", "2025-02-14"),
    ("can", "She can win on Friday.", "2025-02-21"),
    ("a chance", "She has a chance to win on Friday.", "2025-02-21"),
    ("that day of a story", "She still speaks of that Saturday evening.", "XXXX-WXX-6TEV"),
    ("needs", "She badly needs a win on Friday.", "2025-02-21"),
    ("may have", "She may have won on Friday.", "2025-02-14"),
    ("modal behind", "On Friday, where one can hide, they met.", "2025-02-14"),
    ("no certain one", "He left on a Friday.", "XXXX-WXX-5"),
    ("one of them", "One Sunday in late 2001 he left.", "XXXX-WXX-7"),
    ("a certain one before its noun", "He spoke at a Friday rally.", "2025-02-14"),
    ("will have", "They will have a vote on Friday.", "2025-02-21"),
    ("would put", "The plan would put her on the stand Friday.", "2025-02-21"),
    ("may have put", "He may have put it there Friday.", "2025-02-14"),
    ("takes place", "The match takes place on Friday.", "2025-02-21"),
    ("takes something", "In the dark he takes it Friday.", "2025-02-14"),
    ("what nobody plans", "They will look into Friday's deadly crash.", "2025-02-14"),
    ("not yesterday", "They met last Monday.", "2025-02-10"),
    ("the day before yesterday", "They met last Sunday.", "2025-02-16"),
    ("a choice of days", "Book on a Friday or later.", "XXXX-WXX-5"),
    ("was going", "It was always going to be hard on Friday.", "2025-02-14"),
    ("a contest set long before", "She barely qualified for Sunday's vote.", "2025-02-16"),
    ("a contest to come", "He is running in Wednesday's local primary.", "2025-02-19"),
    ("a short form", "On Friday, Mr. Poe will meet her.", "2025-02-21"),
    ("an initial", "She will succeed Daniel P. Davis Friday.", "2025-02-21"),
    ("no past form", "They will proceed with the hundred cases Friday.", "2025-02-21"),
    ("looking ahead", "They look ahead to Friday.", "2025-02-21"),
    ("a name is no verb", "On Friday, Mohamed and his father are to travel.", "2025-02-21"),
    ("that begins a clause", "He noted that Friday's storm was mild.", "2025-02-14"),
    ("behind the clock time at it", "Kick-off is at 3 p.m. GMT on Friday.", "2025-02-21T15:00Z"),
    ("what a forecast begins with", "Snow is forecast from Friday.", "2025-02-21"),
    ("the start of a range that is over", "The fair ran from Monday to Friday.", "2025-02-10"),
    ("the start of a range of a change", "The match was moved from Monday to Friday.", "2025-02-17"),
    ("until a clock time", "A frost warning is in force until 9am on Friday.", "2025-02-21T09:00"),
    ("following is a preposition", "Following Friday's storm, roads were shut.", "2025-02-14"),
)


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in WEEKDAYS], ids=[row[0] for row in WEEKDAYS])
def test_weekday_is_the_latest_unless_the_clause_is_of_the_future(text: str, value: str) -> None:
    assert values(text)[0][1] == value


def test_the_day_told_is_what_the_next_day_counts_from() -> None:
    assert values("He left on Feb. 7. The next day she left. Two days later they met.") == [
        ("Feb. 7", "2025-02-07"),
        ("The next day", "2025-02-08"),
        ("Two days later", "2025-02-10"),
    ]


MONTHS = (
    ("of the year that the sentence told", "In 2012 it spent millions, beginning in April.", "2012-04"),
    ("of another sentence", "It was lost in 2012. It was won in June.", "2024-06"),
    ("to come beside a year", "It was lost in 2012 and will be held in April.", "2025-04"),
    ("to be won", "He can win in November.", "2025-11"),
    ("if", "If he takes office in November, they lose.", "2025-11"),
    ("since a day of spring", "Nobody has seen him since April 7.", "2024-04-07"),
    ("since a month of spring", "The pier has been closed since March.", "2024-03"),
    ("a past form right before", "It all showed on April 7, when he wept.", "2024-04-07"),
    ("a plan of the past", "The hearing was on April 7.", "2025-04-07"),
    ("a passive to come", "It will be signed on April 7.", "2025-04-07"),
    ("a list is no range", "He won in November and May.", "2024-05"),
    ("a list that runs on", "She will be in Rome next month, in Bonn in March, then in Oslo in January.", "2026-01"),
    ("the month of now beside one to come", "June looks better for them than late February.", "2025-02"),
    ("that month of the year told", "It began in May 2021; more fled that September.", "2021-09"),
    ("beside a year that it is compared with", "It rose from a year earlier to two tons in January.", "2025-01"),
    ("the end of a range", "It lends between Feb. 20 and May 20 here.", "2025-05-20"),
    ("the end of a range in the year before", "It ran from Nov. 7 to Jan. 9.", "2025-01-09"),
    ("a last day of a month", "It was agreed last October 16.", "2024-10-16"),
    ("the next year of a story", "She joined in 1982 and left the next year.", "1983"),
    ("a month earlier", "January output was up from a month earlier.", "2024-12"),
    ("a year and a half", "He left in May 2021. A year and a half later it shut.", "2022-11"),
    ("a list of two to come", "Two ships are due in June and January, he said.", "2026-01"),
    (
        "by a month behind one told",
        "In November a judge gave firms like these a deadline by the end of May.",
        "2025-05",
    ),
    ("that year behind today", "In 2008 fewer came; he is below that today, as they were that year.", "2008"),
    ("a day told with its year", "It was hit on Oct. 7, 2013. Nobody recalls Oct. 7 well.", "2013-10-07"),
    ("such a day to come", "It was hit on Oct. 7, 2013. They will meet on Oct. 7.", "2025-10-07"),
    ("the end of a day told", "On Feb. 7 he spoke. By the end of the day he was gone.", "2025-02-07"),
    ("at the head of what is over", "In March, Mr. Poe, a retired nurse, proposed a ban.", "2024-03"),
    ("at the head of what is to come", "In March, Mr. Poe will propose a ban.", "2025-03"),
    ("a passive of the present", "They know where it goes if she is elected in November.", "2025-11"),
    ("a dateline and an end of a year", "TOLLAND, Feb. 17 - Jan. 31 end.", "2025-01-31"),
    ("a record day moved", "The day was moved from June 26 to May 8.", "2025-05-08"),
    ("this day of a month", "It ran to the year ending this Nov. 30.", "2025-11-30"),
    ("that as a conjunction", "It was lost in May 2026; they knew that December was warm.", "2025-12"),
    ("the base of an index", "The index, base 1980, rose to 108.7 in January.", "2025-01"),
    ("the month of May is no modal", "Votes were counted from May 13 till Sunday.", "2025-02-16"),
    ("that has the figure of another", "The rate is up from 5 percent in August.", "2024-08"),
    ("that will have it", "The rate will rise from 5 percent in August.", "2025-08"),
    ("the end of a length", "Prices rose in the year to January.", "2025-01"),
    ("on which a feast falls", "Diwali falls on October 20.", "2025-10-20"),
    ("from now", "He has time between now and November.", "2025-11"),
    ("a quarter that is over", "Profit fell for the quarter ending Sept. 30.", "2024-09-30"),
)


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in MONTHS], ids=[row[0] for row in MONTHS])
def test_a_month_is_of_the_year_told_or_the_nearest_by_tense(text: str, value: str) -> None:
    assert values(text)[-1][1] == value


VOTES = (
    ("in a year of votes", "Few can cast a ballot in the November election.", "2024-03-10", "2024-11"),
    ("in another", "Few know of the November election.", "2025-03-10", "2024-11"),
    ("one that is over", "She lost the November election.", "2024-03-10", "2023-11"),
    ("who is up for it", "She is up for re-election in November.", "2024-03-10", "2024-11"),
)


@pytest.mark.parametrize(("text", "published", "value"), [row[1:] for row in VOTES], ids=[row[0] for row in VOTES])
def test_november_votes_are_of_even_years_where_nothing_tells_the_tense(text: str, published: str, value: str) -> None:
    assert values(text, published)[-1][1] == value


LATER = (
    ("from the year told", "It won in 2008. Four years later it lost.", "2012"),
    ("from a coarser period", "It won in 2008. Four days later it lost.", "XXXX-XX-XX"),
    ("from nothing", "It was shut. Four days later it was open.", "XXXX-XX-XX"),
    ("to come", "It is shut. It will open four days later.", "2025-02-22"),
    ("past its day", "They wed in 2022. Five years later, it was over.", "XXXX"),
    ("from now", "It was said to open two years from now.", "2027"),
    ("today", "They are ruled by it today, 200 years later.", "XXXX"),
)


EARLIER = (
    ("from the year told", "It had 40 boats in 2016. Two years earlier it had 90.", "2014"),
    ("from the year of its sentence", "Exports rose in 2022 from a year earlier.", "2021"),
    ("from the decade told", "The war ended in 1918. A decade earlier nobody foresaw it.", "190"),
    ("from a year to come", "It will open in 2027. Two years earlier it was shut.", "2023"),
    ("from one told long ago", "It opened in 2016. It was shut. It is open. Two years earlier it was not.", "2023"),
)


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in EARLIER], ids=[row[0] for row in EARLIER])
def test_earlier_counts_from_the_past_year_told(text: str, value: str) -> None:
    assert values(text)[-1][1] == value


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in LATER], ids=[row[0] for row in LATER])
def test_later_counts_from_what_was_told(text: str, value: str) -> None:
    assert values(text)[-1][1] == value


def test_a_narrative_counts_from_its_own_year() -> None:
    story = (
        "In January 1912 he sailed. In 1913 he was back. In May 1914 he left. The war of 1914 took him. "
        "By 1915 he was home; in June 1916 he wrote. In 1917 it was read. In July 1918 he fell ill. "
        "In August 1918 he rose. In March 1919 he spoke. On 4 April 1920 he wed. On 6 May 1921 he moved. "
        "On 9 June he died. He was buried in October."
    )
    assert values(story, "2009-12-19")[-2:] == [("9 June", "1921-06-09"), ("October", "1921-10")]
    report = f"{story} He said so. She told me so."
    assert values(report, "2009-12-19")[-2:] == [("9 June", "2009-06-09"), ("October", "2009-10")]


def test_a_narrative_of_few_years_and_one_of_its_own_day() -> None:
    story = (
        "In July 1936 they rose. On 20 July he died. In August 1936 and October 1936 they fought. On 6 May they ran. "
        "In January 1937, March 1937 and June 1937 they lost. In April 1938 it was cut in two; that day he wept."
    )
    found = values(story, "2009-12-19")
    assert found[1] == ("20 July", "1936-07-20")
    assert found[-1] == ("that day", "1938-04-XX")
