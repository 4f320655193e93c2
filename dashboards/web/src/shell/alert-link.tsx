import { Navigate, useParams } from "react-router";
import { query } from "../api/client.ts";
import { Loading, Problem } from "../ui/states.tsx";

/** Where a notification about an alert leads: to its patient, or to the list where it is about no patient. */
export function AlertLink() {
  const { alert = "" } = useParams();
  const { data, error, refetch } = query.useQuery("get", "/api/v1/alerts/{alert}", { params: { path: { alert } } });
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  return <Navigate to={data.patient?.name ? `/patients/${data.patient.id}` : "/worklist"} replace />;
}
