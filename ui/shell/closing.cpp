#include "ui/shell/closing.h"

#include <QMessageBox>
#include <QPushButton>
#include <QWidget>

#include "ui/shell/active_work.h"
#include "ui/shell/shell.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {

Closing::Closing(Shell& shell, QWidget& window) : QObject(&shell), shell_(shell), window_(window) {
    connect(&shell.work(), &ActiveWork::changed, this, &Closing::closeWhenDone);
}

bool Closing::isAllowed() {
    if (closesWhenDone_)
        return !shell_.work().isBusy();
    if (!isLossAccepted())
        return false;
    if (!shell_.work().isBusy())
        return true;
    if (!isStopWanted())
        return false;
    if (!shell_.work().isBusy())
        return true;  // it ended while the question was open
    closesWhenDone_ = true;
    shell_.message().show(MessageKind::Info, tr("Saving the run; the window closes when it is done."));
    shell_.work().stopAndSave();
    return false;
}

bool Closing::isLossAccepted() {
    const QStringList lost = shell_.work().lostByClosing();
    if (lost.isEmpty())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Close the window?"), lost.join(QLatin1Char('\n')),
                    QMessageBox::NoButton, &window_);
    auto* close = box.addButton(tr("Close anyway"), QMessageBox::DestructiveRole);
    auto* keep = box.addButton(tr("Keep open"), QMessageBox::RejectRole);
    box.setDefaultButton(keep);
    box.setEscapeButton(keep);
    box.exec();
    return box.clickedButton() == close;
}

bool Closing::isStopWanted() {
    QMessageBox box(QMessageBox::Question,
                    shell_.work().hasActiveStudy() ? tr("A study is at work") : tr("A run is active"),
                    tr("Stop it and save what it has learned? It can be resumed at the next start."),
                    QMessageBox::NoButton, &window_);
    auto* stop = box.addButton(tr("Stop and save"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(tr("Keep open"), QMessageBox::RejectRole));
    box.exec();
    return box.clickedButton() == stop;
}

void Closing::closeWhenDone() {
    if (closesWhenDone_ && !shell_.work().isBusy())
        window_.close();
}

}  // namespace tunebench::ui
