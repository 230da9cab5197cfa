#include "ui/shell/shell.h"

#include <QStackedWidget>

#include "ui/shell/active_work.h"
#include "ui/shell/run_requests.h"

namespace tunebench::ui {

Shell::Shell(Workbench& workbench, QStackedWidget& stack, MessageBar& message)
    : workbench_(workbench), stack_(stack), message_(message) {
    work_ = new ActiveWork(*this);
    runs_ = new RunRequests(*this);
}

QWidget* Shell::need(Page page) {
    QPointer<QWidget>& widget = pages_[static_cast<std::size_t>(page)];
    if (widget == nullptr) {
        widget = lineOf(page).make(*this);
        stack_.addWidget(widget);
    }
    return widget;
}

const QWidget& Shell::inFront() const {
    return *stack_.currentWidget();
}

void Shell::show(Page page) {
    stack_.setCurrentWidget(need(page));
    current_ = page;
    Q_EMIT shown(page);
}

}  // namespace tunebench::ui
