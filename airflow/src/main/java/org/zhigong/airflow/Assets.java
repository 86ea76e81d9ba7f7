package org.zhigong.airflow;

import java.util.Map;
import java.util.stream.Stream;

/** The assets of a server, and what became of them. */
public final class Assets {

    private final Http http;

    Assets(Http http) {
        this.http = http;
    }

    public Stream<Asset> list() {
        return http.list(Call.get("/api/v2/assets").with("order_by", "uri"), "assets", Asset.class);
    }

    /**
     * The asset of this name. Where a DAG gives it none, its name is its address as the DAG writes it, while Airflow
     * may keep the address in another form.
     *
     * @throws AirflowException.NotFound if no DAG names it
     */
    public Asset get(String name) {
        Call call = Call.get("/api/v2/assets").with("name_pattern", name);
        return http.list(call, "assets", Asset.class)
                .filter(asset -> asset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AirflowException.NotFound(
                        "%s: no asset is called %s; assets are known once a DAG names them"
                                .formatted(http.named(call), name),
                        404));
    }

    /** The events of an asset, the latest first. */
    public Stream<AssetEvent> events(Asset asset) {
        Call call =
                Call.get("/api/v2/assets/events").with("asset_id", asset.id()).with("order_by", "-timestamp");
        return http.list(call, "asset_events", AssetEvent.class);
    }

    /** Tells that an asset was made, by somebody outside Airflow: what waits for it starts. */
    public AssetEvent tell(Asset asset, Map<String, Object> extra) {
        Call call = Call.post(Map.of("asset_id", asset.id(), "extra", extra), "/api/v2/assets/events");
        return http.get(call, AssetEvent.class);
    }
}
