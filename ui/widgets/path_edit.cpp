#include "ui/widgets/path_edit.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"

namespace tunebench::ui {
namespace {

QString droppedPath(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            return url.toLocalFile();
    return {};
}

}  // namespace

PathEdit::PathEdit(PathKind kind, QWidget* parent) : QWidget(parent), kind_(kind) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kHalf);
    line_ = new QLineEdit(this);
    line_->setPlaceholderText(kind == PathKind::File ? tr("Choose or drop a file")
                                                     : tr("Choose or drop a folder"));
    row->addWidget(line_, 1);
    auto* button =
        new QPushButton(icon(kind == PathKind::File ? QStringLiteral("file") : QStringLiteral("folder")),
                        tr("Browse…"), this);
    row->addWidget(button);
    setFocusProxy(line_);
    setAcceptDrops(true);
    line_->setAcceptDrops(false);
    connect(line_, &QLineEdit::textChanged, this, &PathEdit::pathChanged);
    connect(button, &QPushButton::clicked, this, &PathEdit::browse);
}

QString PathEdit::path() const {
    return line_->text().trimmed();
}

void PathEdit::setPath(const QString& path) {
    if (path != line_->text())
        line_->setText(path);
}

void PathEdit::browse() {
    const QString chosen = kind_ == PathKind::File
                               ? QFileDialog::getOpenFileName(window(), tr("Choose a file"), path(), filter_)
                               : QFileDialog::getExistingDirectory(window(), tr("Choose a folder"), path());
    if (!chosen.isEmpty())
        setPath(chosen);
}

void PathEdit::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PathEdit::dropEvent(QDropEvent* event) {
    const QFileInfo dropped(droppedPath(event->mimeData()));
    // A file of a folder (config.json, say) stands for the folder.
    const bool wantsFolder = kind_ != PathKind::File && !dropped.isDir();
    setPath(wantsFolder ? dropped.absolutePath() : dropped.absoluteFilePath());
    event->acceptProposedAction();
}

}  // namespace tunebench::ui
