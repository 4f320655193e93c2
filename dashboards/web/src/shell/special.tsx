import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Empty } from "../ui/states.tsx";

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation("shell");
  return (
    <Empty level={1} title={t("notFoundTitle")}>
      <p>{t("notFoundText")}</p>
      <Button component={Link} to="/worklist">
        {t("toWorklist")}
      </Button>
    </Empty>
  );
}

/** A fault in a screen, or a screen that could not be fetched. */
export function Broken() {
  const { t } = useTranslation("shell");
  return (
    <Empty level={1} title={t("brokenTitle")}>
      <p>{t("brokenText")}</p>
      <Button onClick={() => window.location.reload()}>{t("reload")}</Button>
    </Empty>
  );
}
