// Shell: the window without its frame: its pages, each made when it is first needed, what is at work, and
// what pages ask of each other. It goes before the pages do.
#pragma once

#include <array>

#include <QObject>
#include <QPointer>
#include <QWidget>

#include "ui/shell/page.h"
#include "ui/shell/page_registry.h"

class QStackedWidget;

namespace tunebench::ui {

class ActiveWork;
class MessageBar;
class RunRequests;
class Workbench;

class Shell : public QObject {
    Q_OBJECT

public:
    Shell(Workbench& workbench, QStackedWidget& stack, MessageBar& message);

    Workbench& workbench() { return workbench_; }
    MessageBar& message() { return message_; }
    ActiveWork& work() { return *work_; }
    RunRequests& runs() { return *runs_; }

    void show(Page page);
    Page current() const { return current_; }
    const QWidget& inFront() const;
    /// Made, if it is not there yet.
    template <class T>
    T& page() {
        return *static_cast<T*>(need(pageOfType(T::staticMetaObject)));
    }
    /// Null while nobody has needed it.
    template <class T>
    T* made() const {
        return static_cast<T*>(pages_[static_cast<std::size_t>(pageOfType(T::staticMetaObject))].data());
    }
    /// Calls it whenever that page has come to the front.
    template <class Action>
    void whenShown(Page page, const QObject& context, Action action) {
        connect(this, &Shell::shown, &context, [page, action](Page other) {
            if (other == page)
                action();
        });
    }

Q_SIGNALS:
    void shown(tunebench::ui::Page page);

private:
    QWidget* need(Page page);

    Workbench& workbench_;
    QStackedWidget& stack_;
    MessageBar& message_;
    ActiveWork* work_ = nullptr;
    RunRequests* runs_ = nullptr;
    std::array<QPointer<QWidget>, kPageCount> pages_ = {};
    Page current_ = Page::Setup;
};

}  // namespace tunebench::ui
