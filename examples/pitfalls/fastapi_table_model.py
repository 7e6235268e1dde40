"""A hero is added, first by the class of the table, then by a class for what clients send."""

from fastapi import FastAPI
from sqlmodel import Field, Session, SQLModel, StaticPool, create_engine

# One connection for all threads, or each would have an empty database of its own.
engine = create_engine("sqlite://", connect_args={"check_same_thread": False}, poolclass=StaticPool)
app = FastAPI()


# --8<-- [start:wrong]
class Hero(SQLModel, table=True):
    """A row of the table."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=20)
    is_admin: bool = False


@app.post("/heroes")
def add_hero(hero: Hero) -> Hero:
    """Store what the client sent."""
    with Session(engine) as session:
        session.add(hero)
        session.commit()
        session.refresh(hero)
        return hero


# --8<-- [end:wrong]
# --8<-- [start:right]
class NewHero(SQLModel):
    """What a client may send."""

    name: str = Field(max_length=20)


@app.post("/checked-heroes")
def add_checked_hero(new: NewHero) -> Hero:
    """Check what the client sent, and store only that."""
    hero = Hero.model_validate(new)
    with Session(engine) as session:
        session.add(hero)
        session.commit()
        session.refresh(hero)
        return hero


# --8<-- [end:right]
SQLModel.metadata.create_all(engine)
