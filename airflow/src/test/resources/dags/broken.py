"""A file of DAGs that Airflow cannot read, for the tests of the client."""

import no_such_module
