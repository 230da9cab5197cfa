// WatchedApplication: the application of GUI tests, which measures how long each event keeps the UI thread
// busy, in processor time of that thread: a busy machine changes nothing. An event that takes longer than
// kLongestBlockMs is one that a user would feel, and fails the test, but in builds with sanitizers or without
// optimisation, which are slower than what users run. The worst of each test function is printed.
#pragma once

#include <QApplication>
#include <QTest>

namespace tunebench::ui::test {

inline constexpr double kLongestBlockMs = 100.0;

class WatchedApplication : public QApplication {
public:
    struct Block {
        double milliseconds = 0.0;
        QString what = {};  // the event and who received it
    };

    WatchedApplication(int& argc, char** argv);
    ~WatchedApplication() override;

    bool notify(QObject* receiver, QEvent* event) override;

    /// Of the test function that runs.
    const Block& worst() const { return worst_; }

private:
    struct Delivery;

    void judge(double milliseconds, const char* receiver, int eventType);
    void followFunction();
    void print() const;

    QString function_;
    Block worst_;
    Delivery* delivery_ = nullptr;  // the outermost one of the event loop that runs
};

}  // namespace tunebench::ui::test

/// In place of QTEST_MAIN.
#define WATCHED_TEST_MAIN(TestClass) \
    QTEST_MAIN_WRAPPER(TestClass, tunebench::ui::test::WatchedApplication app(argc, argv); \
                       app.setAttribute(Qt::AA_Use96Dpi, true);)
