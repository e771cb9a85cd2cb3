package dev.latchkey.local.aws.kms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;

/** Key material on disk, in the clear, readable by its owner only. Replaced as a whole, so it is never half written. */
record KeyFile(Path path) {
    Optional<KeyRing.Contents> read() throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        var contents = KeyRing.Contents.empty();
        try {
            JsonNode root = KmsJson.MAPPER.readTree(path.toFile());
            for (JsonNode key : root.path("keys")) {
                contents = contents.with(key(key));
            }
            for (var alias : root.path("aliases").properties()) {
                contents = contents.withAlias(alias.getKey(), alias.getValue().textValue());
            }
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw new IOException("damaged key file " + path.getFileName(), damaged);
        }
        return Optional.of(contents);
    }

    private static KmsKey key(JsonNode json) throws IOException, GeneralSecurityException {
        KeySpec spec = KeySpec.valueOf(json.path("spec").asText());
        KeyMaterial material = spec.isPair()
                ? KeyMaterial.pair(
                        spec,
                        json.path("private").binaryValue(),
                        json.path("public").binaryValue())
                : KeyMaterial.secret(spec, json.path("secret").binaryValue());
        JsonNode deletionAt = json.path("deletionAt");
        return new KmsKey(
                json.path("id").asText(),
                spec,
                material,
                Instant.ofEpochMilli(json.path("createdAt").longValue()),
                json.path("enabled").booleanValue(),
                deletionAt.isMissingNode() ? null : Instant.ofEpochMilli(deletionAt.longValue()));
    }

    void write(KeyRing.Contents contents) {
        ObjectNode root = KmsJson.object();
        var keys = root.putArray("keys");
        contents.keys().values().forEach(key -> keys.add(json(key)));
        var aliases = root.putObject("aliases");
        contents.aliases().forEach(aliases::put);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path next = path.resolveSibling(path.getFileName() + ".next");
            Files.deleteIfExists(next);
            create(next);
            KmsJson.MAPPER.writeValue(next.toFile(), root);
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void create(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static ObjectNode json(KmsKey key) {
        ObjectNode json = KmsJson.object()
                .put("id", key.id())
                .put("spec", key.spec().name())
                .put("createdAt", key.createdAt().toEpochMilli())
                .put("enabled", key.enabled());
        Instant deletionAt = key.deletionAt();
        if (deletionAt != null) {
            json.put("deletionAt", deletionAt.toEpochMilli());
        }
        return switch (key.material()) {
            case KeyMaterial.Pair(var pair) ->
                json.put("private", pair.getPrivate().getEncoded())
                        .put("public", pair.getPublic().getEncoded());
            case KeyMaterial.Secret(var secret) -> json.put("secret", secret.getEncoded());
        };
    }
}
