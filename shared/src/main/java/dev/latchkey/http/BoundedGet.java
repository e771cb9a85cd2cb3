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
 * Fetches a document from an address that the operator gave, RFC 9110 section 9.3.1. Whoever answers there is not trusted: no
 * redirect is followed, no more is read than a bound, and it is over in time however slowly single bytes come. No connection is
 * kept, since one that was open while an instance slept is mostly dead without a sign.
 */
public final class BoundedGet {

    private final Duration longest;
    private final int largest;

    /**
     * @param longest from looking the host up to the last byte
     * @param largest length of a document in bytes
     */
    public BoundedGet(Duration longest, int largest) {
        this.longest = longest;
        this.largest = largest;
    }

    /**
     * The whole document.
     *
     * @throws IOException where it didn't come in time, is too large or cut off, or came with another status than 200
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
