package org.zhigong.marts.lists;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhigong.transform.Label;
import org.zhigong.warehouse.NearestNames;
import org.zhigong.warehouse.SetupException;
import org.zhigong.warehouse.YamlNode;

/** In which capacity somebody asks for a list: an entry of {@code marts/roles.yaml}. */
public record Role(String name, Label label, Sees sees) {

    /** Whose employers a role may see. */
    public enum Sees {
        /** Those of the one reporting unit that it works for. */
        UNIT,
        /** Those of the whole city. */
        ALL
    }

    /** All roles of {@code file} by name. @throws SetupException naming file, line and what was expected */
    public static Map<String, Role> readAll(Path file) {
        Map<String, Role> roles = new LinkedHashMap<>();
        YamlNode.read(file).entries().forEach((name, node) -> {
            node.onlyKeys(List.of("name", "sees"));
            roles.put(name, new Role(name, Label.of(node.require("name")), sees(node.require("sees"))));
        });
        return roles;
    }

    /** The role called {@code name} among {@code roles}. @throws SetupException naming those there are */
    static Role of(String name, Map<String, Role> roles) {
        Role role = roles.get(name);
        if (role == null) {
            throw new SetupException("Unknown role '%s'%s; there are %s"
                    .formatted(name, NearestNames.hint(name, roles.keySet()), roles.keySet()));
        }
        return role;
    }

    private static Sees sees(YamlNode node) {
        return switch (node.text()) {
            case "unit" -> Sees.UNIT;
            case "all" -> Sees.ALL;
            default -> throw node.expected("unit or all");
        };
    }
}
