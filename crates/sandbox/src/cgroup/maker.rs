//! Making groups, and replacing those that cannot be used again.

use super::folder::Folder;
use super::{CgroupError, Group, v1, v2};
use crate::protocol::StageLimits;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What may be left of an earlier run is at most this part of a limit.
const LEFT_PART: u64 = 16;

/// Makes groups beneath one launcher's folders, by descriptor.
#[derive(Debug)]
pub enum GroupMaker {
    /// Version 1: a folder in each controller.
    V1(BTreeMap<&'static str, Folder>),
    /// Version 2: one folder.
    V2(Folder),
}

impl GroupMaker {
    /// Makes the group if it is not there and opens it.
    ///
    /// # Errors
    /// When it cannot be made or one of its files cannot be opened.
    pub fn make(&self, name: &str) -> Result<Group, CgroupError> {
        match self {
            Self::V1(folders) => {
                let open = |controller: &'static str| match folders.get(controller) {
                    Some(folder) => folder.make(name),
                    None => Err(CgroupError::Understand { file: controller }),
                };
                Ok(Group::V1(Box::new(v1::Group::open(open)?)))
            }
            Self::V2(folder) => Ok(Group::V2(Box::new(v2::Group::open(&folder.make(name)?)?))),
        }
    }

    /// Removes a group. One that is still held by dying memory lingers in the kernel by itself; one that holds processes
    /// stays and is removed with the launcher's folders.
    fn remove(&self, name: &str) {
        match self {
            Self::V1(folders) => {
                for folder in folders.values() {
                    let _ = folder.remove(name);
                }
            }
            Self::V2(folder) => {
                let _ = folder.remove(name);
            }
        }
    }
}

/// A group that is used for one stage after another and replaced when it does not come clean.
#[derive(Debug)]
pub struct PooledGroup {
    maker: Rc<GroupMaker>,
    name: String,
    generation: u64,
    group: Group,
}

impl PooledGroup {
    /// Makes the first group.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new(maker: Rc<GroupMaker>, name: String) -> Result<Self, CgroupError> {
        let group = maker.make(&format!("{name}-0"))?;
        Ok(Self { maker, name, generation: 0, group })
    }

    /// The group for the stage under way.
    #[must_use]
    pub fn group(&self) -> &Group {
        &self.group
    }

    /// Resets the counters and sets the limits while processes that wait for a stage are inside already.
    ///
    /// # Errors
    /// When a limit cannot be set exactly: the stage must then not start.
    pub fn prepare_around(&mut self, limits: &StageLimits) -> Result<(), CgroupError> {
        self.group.prepare(limits)
    }

    /// Brings the group back to new, replacing it if needed. Done after a stage, off every request's path.
    ///
    /// # Errors
    /// When a new group cannot be made.
    pub fn clean(&mut self) -> Result<(), CgroupError> {
        self.clean_to(u64::MAX)
    }

    /// The same, where no more than so many bytes may be left.
    fn clean_to(&mut self, most: u64) -> Result<(), CgroupError> {
        match self.group.clean(most) {
            Ok(()) => Ok(()),
            Err(CgroupError::NotEmpty { .. }) => {
                let old = format!("{}-{}", self.name, self.generation);
                self.generation += 1;
                self.group = self.maker.make(&format!("{}-{}", self.name, self.generation))?;
                self.maker.remove(&old);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// Cleans and sets these limits, for processes that wait for a stage: [`prepare_around`](Self::prepare_around) resets the counters
    /// when it comes.
    ///
    /// # Errors
    /// When a limit cannot be set exactly: nothing must then wait there.
    pub fn limit(&mut self, limits: &StageLimits) -> Result<(), CgroupError> {
        self.clean()?;
        self.group.limit(limits)
    }

    /// Cleans and sets the limits of the next stage.
    ///
    /// # Errors
    /// When a limit cannot be set exactly: the stage must then not start.
    pub fn prepare(&mut self, limits: &StageLimits) -> Result<(), CgroupError> {
        self.clean_to(limits.memory_bytes / LEFT_PART)?;
        self.group.prepare(limits)
    }
}
