package dev.latchkey.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a document from an address that the operator gave, RFC 9110 section 9.3.1. The server is not trusted: no
 * redirect is followed, and both size and duration are bounded, also if single bytes arrive slowly. No connection is
 * kept: one that was open while an instance slept is usually dead without notice.
 */
public final class BoundedGet {

    private final Duration longest;
    private final int largest;

    /**
     * @param longest from resolving the host to the last byte
     * @param largest length of a document in bytes
     */
    public BoundedGet(Duration longest, int largest) {
        this.longest = longest;
        this.largest = largest;
    }

    /**
     * The whole document.
     *
     * @throws IOException if it is late, too large or truncated, or has another status than 200
     */
    public byte[] fetch(URL address, Map<String, String> headers) throws IOException {
        FutureTask<byte[]> download = new FutureTask<>(() -> download(address, headers));
        Thread.ofVirtual().name("bounded-get").start(download);
        try {
            return download.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new IOException("the document came too slowly", slow);
        } catch (ExecutionException failed) {
            throw new IOException("the document did not come", failed);
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("given up while the document was fetched");
        } finally {
            download.cancel(true);
        }
    }

    private byte[] download(URL address, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) longest.toMillis());
        connection.setReadTimeout((int) longest.toMillis());
        connection.setRequestProperty("Connection", "close");
        headers.forEach(connection::setRequestProperty);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("answered with another status than 200");
        }
        try (InputStream in = connection.getInputStream()) {
            byte[] body = in.readNBytes(largest + 1);
            if (body.length > largest) {
                throw new IOException("too large");
            }
            return body;
        }
    }
}
