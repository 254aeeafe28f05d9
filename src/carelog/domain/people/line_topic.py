"""What a helpline can be for, besides listening to everybody."""

from enum import Enum


class LineTopic(Enum):
    """What a person looks for a line about, or whom it is for."""

    ABUSE = "abuse"
    ALCOHOL = "alcohol"
    DRUGS = "drugs"
    EATING = "eating"
    YOUNG = "young"
    DEAF = "deaf"
