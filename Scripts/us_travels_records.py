"""Reads the records of HistoryAtState/travels: trips and terms, and which places and states they name."""
import collections
import datetime
import os
import re
import unicodedata
import xml.etree.ElementTree as ElementTree

COLLECTIONS = ("president", "secretary")
FIELDS = ("id", "role", "name", "start-date", "end-date", "country", "locale", "remarks")
IGNORED = ("created-by", "created-datetime", "last-modified-by", "last-modified-datetime")
PRESIDENT_ELECT = "[Visit made as President-elect.]"

# A record's country label that names another state than the record's country id does.
STATE_OF_LABEL = {"U.S.S.R.": "soviet-union"}
# Country ids that stand for one state under an older and a newer name.
RENAMED_COUNTRIES = {
    "congo-kinshasa": "congo-democratic-republic",
    "czechia": "czech-republic",
    "north-macedonia": "macedonia",
    "turkiye": "turkey",
}
# Country ids that are no state.
REGIONS = {"antarctica", "west-bank"}
MORE_ALIASES = {
    "soviet-union": ["Soviet Union", "USSR"],
    "taiwan": ["Taiwan"],
    "united-states": ["US", "USA"],
}
# A comma that parts no two places.
WHOLE_PLACES = {"Mexico, D.F.": "Mexico City"}
# One place under several spellings or names, or in several states over time; each line has
# a name, then for each country id the place as the records write it there.
JOINED_PLACES = """
Algiers: algeria = Algiers; france = Algiers (Algeria)
Almaty: kazakhstan = Almaty, Alma Ata; russia = Alma Ata
Antigua Guatemala: guatemala = Antigua Guatemala, Antigua
Ashgabat: turkmenistan = Ashgabat, Ashkhabad
Astana: kazakhstan = Astana, Nur-Sultan
Beijing: china = Beijing, Peking
Belgrade: serbia = Belgrade; yugoslavia = Belgrade
Bern: switzerland = Bern, Berne
Bridgetown: barbados = Bridgetown; united-kingdom = Bridgetown (Barbados)
Busan: korea-south = Busan, Pusan
Campobello Island: canada = Campobello Island, Campobello Island (New Brunswick)
Chisinau: moldova = Chisinau, Kishenev
Colleville-sur-Mer: france = Colleville-sur-Mer, Colleville
Curacao: netherlands-antilles = Curacao; netherlands = Curacao (Antilles)
Dakar: senegal = Dakar; france = Dakar (Senegal)
Dubrovnik: croatia = Dubrovnik; yugoslavia = Dubrovnik
Erbil: iraq = Erbil, Irbil
Goree Island: senegal = Goree Island, Goree
Guilin: china = Guilin, Guelin
Halifax: canada = Halifax, Halifax (Nova Scotia)
Hangzhou: china = Hangzhou, Hangchow
Harare: zimbabwe = Harare, Salisbury
Havana: cuba = Havana; spain = Havana (Cuba)
Ho Chi Minh City: vietnam = Ho Chi Minh City, Saigon
Hong Kong: china = Hong Kong; united-kingdom = Hong Kong
Jakarta: indonesia = Jakarta, Djakarta
Jeddah: saudi-arabia = Jeddah, Jidda
Kingston: jamaica = Kingston; united-kingdom = Kingston, Kingston (Jamaica)
Kyiv: ukraine = Kyiv, Kiev; russia = Kiev
Leuven: belgium = Leuven, Louvain
Minsk: belarus = Minsk; russia = Minsk
Mumbai: india = Mumbai, Bombay, Mumbai (Bombay)
Nassau: bahamas = Nassau; united-kingdom = Nassau (The Bahamas)
Port of Spain: trinidad-and-tobago = Port of Spain, Port-of-Spain
Port of Spain: united-kingdom = Port-of-Spain, Port of Spain (Trinidad), Port-of-Spain (Trinidad)
Potsdam: germany = Potsdam; german-democratic-republic = Potsdam
Prague: czech-republic = Prague; czechoslovakia = Prague
Ramallah: palestinian-authority = Ramallah; west-bank = Ramallah
Schloss Elmau: germany = Schloss Elmau, Elmau
St. Martin Island: france = St. Martin Island (French West Indies), St. Martin Island (West Indies)
St. Petersburg: russia = St. Petersburg, Leningrad
Sweimeh: jordan = Sweimeh, Suweima
Tbilisi: georgia = Tbilisi, Tblisi; russia = Tblisi
Zagreb: croatia = Zagreb; yugoslavia = Zagreb
"""
NAME_OF_JOINED = {
    (entry.split(" = ")[0], written): line.split(": ")[0]
    for line in JOINED_PLACES.strip().splitlines()
    for entry in line.split(": ")[1].split("; ")
    for written in entry.split(" = ")[1].split(", ")
}


class BadData(Exception):
    """The input cannot be used; the text says where and why."""


# Reading


def words(element):
    return " ".join("".join(element.itertext()).split())


def parse(path):
    try:
        return ElementTree.parse(path).getroot()
    except (ElementTree.ParseError, OSError) as error:
        raise BadData(f"{path}: {error}") from None


class Trip:
    """One record: who was where, and when."""

    def __init__(self, element, path, report):
        values = {}
        for child in element:
            if child.tag in values:
                raise BadData(f"{path}: a trip has two elements {child.tag}")
            if child.tag not in FIELDS + IGNORED:
                report.add("elements that this program does not know", f"{path}: {child.tag}")
            values[child.tag] = words(child)
        for field in FIELDS:
            if field not in values:
                raise BadData(f"{path}: trip {values.get('id', '?')} has no {field}")
        self.number = values["id"]
        if not re.fullmatch("[0-9]+", self.number):
            raise BadData(f"{path}: the trip id {self.number!r} is no number")
        self.collection = values["role"]
        self.person = element.get("who") or ""
        self.name = values["name"]
        self.label = values["country"]
        written = element.find("country").get("id") or ""
        self.country = RENAMED_COUNTRIES.get(written, written)
        if not self.person or not self.country:
            raise BadData(f"{path}: trip {self.number} lacks the id of its traveller or country")
        if written in RENAMED_COUNTRIES:
            report.add("countries joined with one of another id", f"{written} = {self.country}")
        self.state = STATE_OF_LABEL.get(self.label, self.country)
        self.remarks = values["remarks"]
        stamps = [values.get(field, "") for field in IGNORED]
        self.changed = [stamp[:10] for stamp in stamps if re.match(r"\d{4}-\d\d-\d\dT", stamp)]
        self.is_elect = PRESIDENT_ELECT in self.remarks
        self.read_dates(values["start-date"], values["end-date"], report)
        self.read_places(values["locale"], report)

    def read_dates(self, start, end, report):
        def day(text):
            try:
                return datetime.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
            except ValueError:
                return None

        self.start, self.end = day(start), day(end)
        self.when, self.date_text = None, None
        self.is_dated = bool(self.start and self.end and self.start <= self.end)
        if self.is_dated:
            self.when = start if start == end else f"{start}/{end}"
            return
        self.date_text = f"{start} to {end}"
        report.add("faulty dates; what is sure is kept", f"trip {self.number}: {self.date_text}")
        if not (self.start and self.end) and (self.start or self.end):
            self.when = f"{self.start}/" if self.start else f"/{self.end}"

    def read_places(self, locale, report):
        for written, whole in WHOLE_PLACES.items():
            locale = locale.replace(written, whole)
        self.written_places = []
        for part in locale.split(","):
            part = part.strip()
            if not part:
                continue
            if part == self.label:
                report.add("places that only repeat the country", f"trip {self.number}: {part}")
            elif part not in self.written_places:
                self.written_places.append(part)
        if not self.written_places:
            report.count("visits of a country without a place")

    @property
    def order(self):
        known = self.start or self.end or datetime.date.max
        return (known, self.end or known, int(self.number))


def read_trips(folder, report):
    trips = []
    seen = {}
    for collection in COLLECTIONS:
        directory = os.path.join(folder, f"{collection}-travels")
        if not os.path.isdir(directory):
            raise BadData(f"{directory}: no such folder")
        for file in sorted(name for name in os.listdir(directory) if name.endswith(".xml")):
            path = f"{collection}-travels/{file}"
            for element in parse(os.path.join(directory, file)):
                trip = Trip(element, path, report)
                if trip.collection != collection:
                    raise BadData(f"{path}: trip {trip.number} has the role {trip.collection!r}")
                if trip.number in seen:
                    raise BadData(f"{path}: trip {trip.number} is also in {seen[trip.number]}")
                seen[trip.number] = path
                trips.append(trip)
    if not trips:
        raise BadData(f"{folder}: no trips")
    return trips


def read_terms(folder):
    """The terms of the presidents: id -> [(number, from, until or None, born, died)]."""
    terms = collections.defaultdict(list)
    for element in parse(os.path.join(folder, "presidents", "presidents.xml")).iter("president"):
        value = {child.tag: words(child) for child in element}
        terms[value["id"]].append(
            (int(element.get("n")), value["took-office-date"], value["left-office-date"] or None,
             value["birth-year"], value["death-year"]))
    return terms


# Places


def slug(text):
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


class Place:
    def __init__(self):
        self.trips = []
        self.written = collections.Counter()


def identity(trip, written):
    """What makes a place one: the name it was joined under, else its name within its country."""
    name = NAME_OF_JOINED.get((trip.country, written))
    return ("", name) if name else (trip.country, written)


def find_places(trips, states, report):
    """Gives each trip the ids of its places; returns id -> (name, aliases, place)."""
    places = collections.defaultdict(Place)
    for trip in trips:
        for written in trip.written_places:
            place = places[identity(trip, written)]
            place.trips.append(trip)
            place.written[written] += 1
    report_joins(places, report)
    state_names = {label for name, aliases in states.values() for label in [name, *aliases]}
    bearers = collections.Counter(name for _, name in places)
    found, ids = {}, {}
    for key in sorted(places, key=lambda key: (key[1], key[0])):
        name, place = key[1], places[key]
        place.trips.sort(key=lambda trip: trip.order)
        full, aliases = name, set(place.written)
        if bearers[name] > 1 or name in state_names:
            full = f"{name} ({states[place.trips[-1].state][0]})"
            aliases.add(name)
            report.add("places of one name, kept apart", full)
        aliases.add(re.sub(r" \([^)]*\)$", "", name))
        ids[key] = slug(full)
        if ids[key] in found or ids[key] in states or not ids[key]:
            raise BadData(f"two places or states would have the id \"{ids[key]}\"")
        found[ids[key]] = (full, sorted(aliases - {full} - state_names), place)
    for trip in trips:
        trip.places = list(dict.fromkeys(ids[identity(trip, written)] for written in trip.written_places))
    return found


def report_joins(places, report):
    for (country, written), name in NAME_OF_JOINED.items():
        place = places.get(("", name), Place())
        if not any(trip.country == country and written in trip.written_places for trip in place.trips):
            report.add("joins that the records do not need", f"{written} ({country})")
    for name in dict.fromkeys(NAME_OF_JOINED.values()):
        place = places.get(("", name), Place())
        others = ", ".join(sorted(set(place.written) - {name}))
        where = ", ".join(sorted({trip.state for trip in place.trips}))
        report.add("places joined", f"{name}{' = ' if others else ''}{others} in {where}")


def find_states(trips):
    """State id -> (name, aliases): the label that spells the id, else the most frequent one."""
    labels = collections.defaultdict(collections.Counter)
    for trip in trips:
        labels[trip.state][trip.label] += 1
    states = {}
    for state, counts in sorted(labels.items()):
        name = min(counts, key=lambda label: (slug(label) != state, -counts[label], label))
        aliases = set(counts) | set(MORE_ALIASES.get(state, []))
        for label in counts:
            parts = label.split(", ")
            if len(parts) == 2:
                aliases.add(f"{parts[1]} {parts[0]}")
        states[state] = (name, sorted(aliases - {name}))
    states.setdefault("united-states", ("United States", MORE_ALIASES["united-states"]))
    return states
