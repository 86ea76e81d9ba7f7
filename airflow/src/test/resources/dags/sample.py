"""What the tests of the client run."""

from datetime import datetime

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG, Asset, Param
from airflow.timetables.interval import CronDataIntervalTimetable

with DAG(
    "sample",
    schedule=CronDataIntervalTimetable("0 5 1 * *", timezone="UTC"),
    start_date=datetime(2025, 1, 1),
    catchup=False,
    max_active_runs=1,
    params={
        "month": Param(None, type=["null", "string"], pattern=r"^\d{4}-\d{2}$"),
        "seconds": Param(0, type="integer"),
        "code": Param(0, type="integer"),
    },
):
    first = BashOperator(
        task_id="first", bash_command="echo hello; echo '{\"rows\": 3}'", outlets=[Asset("zhigong://sample")]
    )
    second = BashOperator(
        task_id="second", bash_command="sleep {{ params.seconds }}; echo the reason; exit {{ params.code }}", retries=0
    )
    first >> second

with DAG("unscheduled", schedule=None, start_date=datetime(2025, 1, 1), catchup=False):
    BashOperator(task_id="only", bash_command="true")
