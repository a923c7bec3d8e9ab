package io.dunlin.strategy;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Keeps this instance up with the others: hears of every move on a connection of its own, and looks by itself now and then,
 * for the times when that connection is down.
 */
@ApplicationScoped
public class Watch {
    private static final Duration DEVELOPMENT_POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    /** Nothing can wake who waits for news, so each wait is short enough for a stop. */
    private static final int WAIT_MILLIS = 500;

    private final Strategies strategies;
    private final DataSource database;
    private final Duration pollEvery;
    private final boolean isDevelopment;
    private volatile Thread thread;

    Watch(Strategies strategies, DataSource database, StrategyConfig config) {
        this.strategies = strategies;
        this.database = database;
        this.isDevelopment = config.mode() == StrategyConfig.Mode.DEVELOPMENT;
        this.pollEvery = isDevelopment ? DEVELOPMENT_POLL : config.pollEvery();
    }

    /** Compiles everything that is live before the first request, which warms the compiler too. */
    void start(@Observes StartupEvent event) {
        strategies.start();
        thread = new Thread(this::run, "strategy-watch");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(LONGEST_STOP.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isRunning() {
        return Thread.currentThread() == thread;
    }

    private void run() {
        var isConnected = true;
        while (isRunning()) {
            try (var connection = database.getConnection()) {
                isConnected = true;
                listen(connection);
            } catch (SQLException | RuntimeException e) {
                if (isRunning()) {
                    complain(isConnected, e);
                    isConnected = false;
                    pause();
                }
            }
        }
    }

    private static void complain(boolean isNews, Exception e) {
        if (isNews) {
            Log.warnf("strategy-watch: %s; trying again until it works", e.getMessage());
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Moves.CHANNEL);
            var notices = connection.unwrap(PGConnection.class);
            while (isRunning()) {
                // First, because something may have happened while nobody listened.
                catchUp();
                await(notices);
                // Fails where the connection is dead, which waiting for news may not notice.
                statement.execute("select 1");
            }
            statement.execute("unlisten " + Moves.CHANNEL);
        }
    }

    /** Until there is news, or it is time to look without. */
    private void await(PGConnection notices) {
        for (long left = pollEvery.toMillis(); left > 0 && isRunning(); left -= WAIT_MILLIS) {
            if (isThereNews(notices, (int) Math.min(left, WAIT_MILLIS))) {
                return;
            }
        }
    }

    /** Looks behind the pool's back; a failure here is left to the next statement, through which the pool sees it too. */
    private static boolean isThereNews(PGConnection notices, int millis) {
        try {
            var news = notices.getNotifications(millis);
            return news != null && news.length > 0;
        } catch (SQLException e) {
            return true;
        }
    }

    private void catchUp() {
        if (isDevelopment) {
            strategies.lookAtFolders();
        }
        strategies.refresh();
    }

    private void pause() {
        try {
            Thread.sleep(pollEvery.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
